package dev.migrator.internal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import dev.migrator.internal.cli.application.ApplicationBeans;
import dev.migrator.internal.cli.application.CommandProcess;
import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.GlobalOptions;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.WithoutApplication;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.output.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * A command that was given to an application: {@code java -jar app.jar migrator ...}.
 * Arguments before this word, and options with a period in their names, belong to the
 * application.
 */
public final class MigratorCommand {

	/** The first argument that makes an application run a command. */
	private static final String WORD = "migrator";

	private static final Pattern APPLICATION_OPTION = Pattern.compile("--[\\w-]+(\\.[\\w\\[\\]-]+)+=.*",
			Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

	private final String[] arguments;

	private final String[] applicationArguments;

	private final GlobalOptions options = new GlobalOptions();

	private final Screen screen;

	private final Invocation invocation;

	private final CommandLine line;

	private MigratorCommand(List<String> arguments, List<String> applicationArguments, Screen screen) {
		this.arguments = arguments.toArray(String[]::new);
		this.applicationArguments = applicationArguments.toArray(String[]::new);
		this.screen = screen;
		this.invocation = new Invocation(this.options, screen);
		this.line = Commands.of(this.options, this.invocation, arguments);
	}

	/**
	 * Finds the command in the arguments of an application.
	 * @param process the process that the command runs in
	 * @param arguments the arguments of the application
	 * @return the command, or {@code null} if they have none
	 */
	public static @Nullable MigratorCommand of(CommandProcess process, String... arguments) {
		List<String> all = List.of(arguments);
		int word = all.indexOf(WORD);
		if (word < 0 || !all.subList(0, word).stream().allMatch((argument) -> argument.startsWith("--"))) {
			return null;
		}
		List<String> own = new ArrayList<>();
		List<String> applications = new ArrayList<>(all.subList(0, word));
		String before = "";
		for (String argument : all.subList(word + 1, all.size())) {
			boolean message = before.equals("-m") || before.equals("--message");
			(!message && APPLICATION_OPTION.matcher(argument).matches() ? applications : own).add(argument);
			before = argument;
		}
		return new MigratorCommand(own, applications, new Screen(process));
	}

	/**
	 * Answers what needs no application: wrong usage, a request for help.
	 * @return the exit code, if nothing more is to be done
	 */
	public OptionalInt answerWithoutApplication() {
		try {
			ParseResult parsed = this.line.parseArgs(this.arguments);
			Integer help = CommandLine.executeHelpRequest(parsed);
			if (help != null) {
				return OptionalInt.of(help);
			}
			if (!parsed.hasSubcommand()) {
				this.line.usage(this.line.getErr());
				return OptionalInt.of(ExitCode.USAGE);
			}
			CommandSpec command = parsed.subcommand().commandSpec();
			if (command.userObject() instanceof CheckedUsage checked) {
				checked.checkUsage(command);
			}
			return (command.userObject() instanceof WithoutApplication) ? OptionalInt.of(execute())
					: OptionalInt.empty();
		}
		catch (ParameterException ex) {
			return OptionalInt.of(Commands.wrongUsage(ex));
		}
	}

	/**
	 * Returns the command, if it needs nothing of the application but the migrator. Known
	 * after {@link #answerWithoutApplication()}.
	 * @return the command; nothing if it may ask for other beans
	 */
	public Optional<OnlyMigrator> onlyMigrator() {
		ParseResult command = this.line.getParseResult().subcommand();
		return (command.commandSpec().userObject() instanceof OnlyMigrator only && only.usesOnlyMigrator())
				? Optional.of(only) : Optional.empty();
	}

	/**
	 * Returns the arguments that do not belong to the command.
	 * @return options of the application
	 */
	public String[] applicationArguments() {
		return this.applicationArguments.clone();
	}

	/**
	 * Returns whether only the result, warnings and errors are printed.
	 * @return whether {@code --quiet} was given
	 */
	public boolean quiet() {
		return this.options.quiet;
	}

	/**
	 * Returns the migrator that was chosen among several, for each line of the log.
	 * @return its name, if the pattern of a log can contain it unchanged
	 */
	public Optional<String> migrator() {
		return Optional.ofNullable(this.options.migrator).filter((name) -> name.matches("[\\w.-]+"));
	}

	/**
	 * Runs the command. Results go to standard output, the rest to standard error.
	 * @param application the application
	 * @return the exit code: 0 done, 1 failed, 2 wrong usage, 3 a check found something
	 */
	public int run(ApplicationBeans application) {
		this.invocation.on(application);
		return execute();
	}

	/**
	 * Runs the command. A result that did not arrive is a failure.
	 */
	private int execute() {
		int code = this.line.execute(this.arguments);
		return (this.screen.finish() || code != ExitCode.DONE) ? code : ExitCode.FAILED;
	}

	/**
	 * Returns whether the command waits for a person, who may take any time.
	 * @return whether the command waits for an answer
	 */
	public boolean asking() {
		return this.screen.asking();
	}

	/**
	 * Reports why the application could not begin with the command.
	 * @param failure the failure
	 * @param application the part of the application that exists
	 * @return the exit code
	 */
	public int failed(Throwable failure, ApplicationBeans application) {
		this.invocation.on(application);
		this.invocation.failed(failure);
		return ExitCode.FAILED;
	}

}
