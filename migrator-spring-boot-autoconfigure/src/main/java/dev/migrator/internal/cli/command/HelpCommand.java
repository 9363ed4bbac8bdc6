package dev.migrator.internal.cli.command;

import java.util.List;
import java.util.concurrent.Callable;

import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.WithoutApplication;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.problem.Printable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Explains a command, for users who expect a command as in git.
 */
@Command(name = "help", description = "List the commands, or explain one: the same as --help.",
		footer = { "", "Examples:", "  migrator help", "  migrator help upgrade" })
public final class HelpCommand implements Callable<Integer>, WithoutApplication, CheckedUsage {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Parameters(index = "0", arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
	@Nullable String command;

	@Override
	public void checkUsage(CommandSpec command) {
		explained();
	}

	@Override
	public Integer call() {
		CommandLine explained = explained();
		explained.usage(explained.getOut());
		return ExitCode.DONE;
	}

	private CommandLine explained() {
		CommandLine all = this.spec.root().commandLine();
		if (this.command == null) {
			return all;
		}
		CommandLine found = all.getSubcommands().get(this.command);
		if (found == null) {
			throw new UnmatchedArgumentException(all, List.of(Printable.line(this.command)));
		}
		return found;
	}

}
