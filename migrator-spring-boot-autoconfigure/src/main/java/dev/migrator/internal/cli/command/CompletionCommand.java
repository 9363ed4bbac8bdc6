package dev.migrator.internal.cli.command;

import java.util.concurrent.Callable;

import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.Usage;
import dev.migrator.internal.cli.option.WithoutApplication;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.report.TargetCompletion;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Prints a script with which a shell completes commands, options and targets.
 */
@Command(name = "completion",
		description = "Print a script that makes bash or zsh complete commands, options and targets of a shell function or alias.",
		footer = { "", "Example:", "  migrator() { java -jar app.jar migrator \"$@\"; }",
				"  source <(migrator completion)" })
public final class CompletionCommand implements Callable<Integer>, WithoutApplication, CheckedUsage {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Option(names = "--name", paramLabel = "NAME", defaultValue = "migrator",
			description = "The name of the function or alias. Default: ${DEFAULT-VALUE}.")
	String name = "migrator";

	@Override
	public void checkUsage(CommandSpec command) {
		Usage.refuseIf(!this.name.matches("[A-Za-z_][A-Za-z0-9_-]*"), command, "--name takes the name of a function");
	}

	@Override
	public Integer call() {
		this.spec.commandLine().getOut().print(AutoComplete.bash(this.name, this.spec.root().commandLine()));
		this.spec.commandLine().getOut().print(TargetCompletion.of(this.name));
		this.spec.commandLine().getOut().flush();
		return ExitCode.DONE;
	}

}
