package dev.migrator.internal.cli.command;

import java.util.concurrent.Callable;

import dev.migrator.internal.cli.completion.CompletionScript;
import dev.migrator.internal.cli.completion.Shell;
import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.Usage;
import dev.migrator.internal.cli.option.WithoutApplication;
import dev.migrator.internal.cli.output.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Prints a script with which a shell completes commands, options and targets.
 */
@Command(name = "completion",
		description = "Print a script with which a shell completes commands, options and targets.",
		footer = { "", "Examples:", "  source <(./migrator completion)",
				"  migrator() { java -jar app.jar migrator \"$@\"; }", "  source <(migrator completion bash)",
				"  migrator completion fish | source" })
public final class CompletionCommand implements Callable<Integer>, WithoutApplication, CheckedUsage {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Parameters(index = "0", arity = "0..1", paramLabel = "SHELL",
			description = "bash, zsh or fish. Default: a script that bash and zsh understand.")
	@Nullable Shell shell;

	@Option(names = "--name", paramLabel = "NAME", defaultValue = "migrator",
			description = "The name of the program, function or alias. Default: ${DEFAULT-VALUE}.")
	String name = "migrator";

	@Override
	public void checkUsage(CommandSpec command) {
		Usage.refuseIf(!this.name.matches("[A-Za-z_][A-Za-z0-9_-]*"), command, "--name takes the name of a function");
	}

	@Override
	public Integer call() {
		this.spec.commandLine().getOut().print(CompletionScript.of(this.shell, this.name, this.spec.root()));
		this.spec.commandLine().getOut().flush();
		return ExitCode.DONE;
	}

}
