package dev.migrator.internal.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.command.BranchesCommand;
import dev.migrator.internal.cli.command.CompletionCommand;
import dev.migrator.internal.cli.command.CurrentCommand;
import dev.migrator.internal.cli.command.DowngradeCommand;
import dev.migrator.internal.cli.command.EnsureVersionCommand;
import dev.migrator.internal.cli.command.HeadsCommand;
import dev.migrator.internal.cli.command.HelpCommand;
import dev.migrator.internal.cli.command.HistoryCommand;
import dev.migrator.internal.cli.command.MigrateCommand;
import dev.migrator.internal.cli.command.ResetCommand;
import dev.migrator.internal.cli.command.ResolveCommand;
import dev.migrator.internal.cli.command.RollbackCommand;
import dev.migrator.internal.cli.command.SeedCommand;
import dev.migrator.internal.cli.command.ShowCommand;
import dev.migrator.internal.cli.command.StampCommand;
import dev.migrator.internal.cli.command.TargetsCommand;
import dev.migrator.internal.cli.command.UpgradeCommand;
import dev.migrator.internal.cli.development.CheckCommand;
import dev.migrator.internal.cli.development.BaselineCommand;
import dev.migrator.internal.cli.development.EditCommand;
import dev.migrator.internal.cli.development.ExportCommand;
import dev.migrator.internal.cli.development.InitCommand;
import dev.migrator.internal.cli.development.ListTemplatesCommand;
import dev.migrator.internal.cli.development.MergeCommand;
import dev.migrator.internal.cli.development.RevisionCommand;
import dev.migrator.internal.cli.option.GlobalOptions;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.report.ForeignCommands;
import dev.migrator.internal.problem.NearNames;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Builds the command line with all commands.
 */
public final class Commands {

	private Commands() {
	}

	/**
	 * Builds the command line.
	 * @param arguments what is typed: if it begins with a command that needs no other,
	 * only that is built
	 */
	public static CommandLine of(GlobalOptions options, Invocation invocation, List<String> arguments) {
		CommandLine line = new CommandLine(options);
		List<Object> all = all(invocation);
		List<Object> typed = all.stream().filter((command) -> isTyped(command, arguments)).toList();
		(typed.isEmpty() ? all : typed).forEach(line::addSubcommand);
		IVersionProvider version = () -> new String[] { "Migrator " + version() };
		line.getCommandSpec().versionProvider(version);
		line.setOut(invocation.screen().out());
		line.setErr(invocation.screen().err());
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setPosixClusteredShortOptionsAllowed(true);
		// A message that begins with @ would be replaced by the content of a file.
		line.setExpandAtFiles(false);
		// -1 is a target. Other values that begin with a hyphen are refused by
		// TargetConverter.
		line.setUnmatchedOptionsArePositionalParams(true);
		line.setParameterExceptionHandler((ex, given) -> wrongUsage(ex));
		line.setExecutionExceptionHandler((ex, command, parsed) -> {
			invocation.failed(ex);
			return ExitCode.FAILED;
		});
		return line;
	}

	private static boolean isTyped(Object command, List<String> arguments) {
		boolean showsOthers = command instanceof HelpCommand || command instanceof CompletionCommand;
		return !arguments.isEmpty() && !showsOthers
				&& command.getClass().getAnnotation(Command.class).name().equals(arguments.get(0));
	}

	/**
	 * Returns the names of all commands.
	 */
	public static List<String> names(CommandLine line) {
		return names(line.getSubcommands().values().stream());
	}

	private static List<String> names(Stream<CommandLine> commands) {
		return commands.map(CommandLine::getCommandName).distinct().toList();
	}

	private static List<Object> all(Invocation invocation) {
		return List.of(new UpgradeCommand(invocation), new DowngradeCommand(invocation), new StampCommand(invocation),
				new CurrentCommand(invocation), new HistoryCommand(invocation), new HeadsCommand(invocation),
				new BranchesCommand(invocation), new ShowCommand(invocation), new CheckCommand(invocation),
				new RevisionCommand(invocation), new MergeCommand(invocation), new EditCommand(invocation),
				new ExportCommand(invocation), new BaselineCommand(invocation), new ResolveCommand(invocation),
				new MigrateCommand(invocation), new RollbackCommand(invocation), new SeedCommand(invocation),
				new ResetCommand(invocation), new InitCommand(invocation), new ListTemplatesCommand(invocation),
				new EnsureVersionCommand(invocation), new CompletionCommand(), new TargetsCommand(invocation),
				new HelpCommand());
	}

	private static String version() {
		String version = Migrator.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "(of a build without a manifest)";
	}

	/**
	 * Prints one line about the error, and one that names the help.
	 */
	public static int wrongUsage(ParameterException ex) {
		CommandLine command = ex.getCommandLine();
		PrintWriter err = command.getErr();
		err.println(wrong(ex));
		List<String> near = near(ex);
		if (!near.isEmpty()) {
			err.println("Did you mean: " + String.join(", ", near) + "?");
		}
		err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
		return ExitCode.USAGE;
	}

	/**
	 * Returns the words that may have been meant.
	 */
	private static List<String> near(ParameterException ex) {
		if (!(ex instanceof UnmatchedArgumentException unmatched)) {
			return List.of();
		}
		if (!isCommand(unmatched)) {
			return unmatched.getSuggestions();
		}
		List<String> typed = ex.getCommandLine().getParseResult().originalArgs();
		String word = unmatched.getUnmatched().get(0);
		List<String> names = shown(ex.getCommandLine());
		List<String> ours = ForeignCommands.ours(typed.subList(typed.indexOf(word), typed.size()), names);
		return ours.isEmpty() ? NearNames.of(word, names) : ours;
	}

	private static boolean isCommand(UnmatchedArgumentException unmatched) {
		return unmatched.getCommandLine().getParent() == null && !unmatched.getUnmatched().get(0).startsWith("-");
	}

	private static List<String> shown(CommandLine line) {
		return names(line.getSubcommands()
			.values()
			.stream()
			.filter((command) -> !command.getCommandSpec().usageMessage().hidden()));
	}

	private static String wrong(ParameterException ex) {
		if (ex instanceof UnmatchedArgumentException unmatched && isCommand(unmatched)) {
			return "There is no command " + unmatched.getUnmatched().get(0);
		}
		if (ex instanceof MissingParameterException missing
				&& missing.getMissing().stream().allMatch(PositionalParamSpec.class::isInstance)) {
			return missing.getMissing()
				.stream()
				.map((argument) -> "%s is missing. %s".formatted(argument.paramLabel(),
						String.join(" ", argument.description())))
				.collect(Collectors.joining("\n"));
		}
		String option = (ex instanceof UnmatchedArgumentException unmatched) ? unmatched.getUnmatched().get(0)
				: (ex.getArgSpec() instanceof PositionalParamSpec) ? ex.getValue() : null;
		if (option != null && option.startsWith("-")) {
			return "There is no option " + option;
		}
		if (ex instanceof UnmatchedArgumentException unmatched) {
			return "%s takes no such argument: %s".formatted(ex.getCommandLine().getCommandName(),
					String.join(" ", unmatched.getUnmatched()));
		}
		return Objects.requireNonNullElse(ex.getMessage(), ex.toString());
	}

}
