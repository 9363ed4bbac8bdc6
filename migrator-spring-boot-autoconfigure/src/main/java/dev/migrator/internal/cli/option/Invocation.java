package dev.migrator.internal.cli.option;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import dev.migrator.Migrator;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.cli.application.AdvisedCommands;
import dev.migrator.internal.cli.application.ApplicationBeans;
import dev.migrator.internal.cli.application.NoMigratorException;
import dev.migrator.internal.cli.application.OtherTool;
import dev.migrator.internal.cli.application.OtherTool.FirstRun;
import dev.migrator.internal.cli.application.OtherToolFirstException;
import dev.migrator.internal.cli.output.FailureText;
import dev.migrator.internal.cli.output.Json;
import dev.migrator.internal.cli.output.ReportFormat;
import dev.migrator.internal.cli.output.RevisionText;
import dev.migrator.internal.cli.output.Screen;
import dev.migrator.internal.cli.output.Styler;
import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.script.project.Project;
import dev.migrator.problem.MigratorException;
import dev.migrator.result.History;
import org.jspecify.annotations.Nullable;

/**
 * The options that all commands have, the screen, and the application, for a running
 * command. The application is there once the command runs.
 */
public final class Invocation {

	private final GlobalOptions options;

	private final Screen screen;

	private @Nullable ApplicationBeans beans;

	public Invocation(GlobalOptions options, Screen screen) {
		this.options = options;
		this.screen = screen;
	}

	public void on(ApplicationBeans application) {
		this.beans = application;
	}

	public Screen screen() {
		return this.screen;
	}

	private boolean colours() {
		return switch (this.options.color) {
			case always -> true;
			case never -> false;
			case auto -> this.screen.terminal() && System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
					&& !"dumb".equals(System.getenv("TERM"));
		};
	}

	public ApplicationBeans application() {
		if (this.beans == null) {
			throw new IllegalStateException("The application has not started");
		}
		return this.beans;
	}

	/**
	 * Returns the migrator that was chosen, or the only one, for a command that uses the
	 * built revisions. Warns first if the sources have changed since the build.
	 */
	public Migrator migrator() {
		Migrator migrator = migratorOfSources();
		String stale = migrator.internals().project().sources().line();
		if (stale != null) {
			warn(stale);
		}
		return migrator;
	}

	/**
	 * Prevents a command from being the first to write to the migrator's database if
	 * another tool has to be the first.
	 * @param writes whether the command writes if no revision is applied; called only if
	 * a tool has to run first
	 */
	public void refuseBeforeOtherTools(BooleanSupplier writes) {
		List<OtherTool> awaited = application().awaitedTools(chosen());
		if (awaited.isEmpty() || !writes.getAsBoolean()) {
			return;
		}
		for (OtherTool tool : awaited) {
			if (tool.firstRun() == FirstRun.WHERE_NOTHING_IS) {
				throw OtherToolFirstException.needsAnEmptyDatabase(tool);
			}
			if (tool.firstRun() == FirstRun.UNKNOWN) {
				warn("""
						%1$s has not run on this database, and code of the application decides how it runs (a bean \
						of its \
						own, a migration strategy). Unless it has baselineOnMigrate(true) and baselineVersion("0"), it \
						fails at every start once there are tables: in that case run it before this command."""
					.formatted(tool.name()));
			}
		}
	}

	/**
	 * Prevents a command from dropping a schema in which another tool has made something,
	 * because no command runs that tool.
	 */
	public void refuseToDropOtherTools() {
		otherTools().stream().filter(OtherTool::changesSchema).findFirst().ifPresent((tool) -> {
			throw OtherToolFirstException.loses(tool);
		});
	}

	private List<OtherTool> earlierTools() {
		return application().earlierTools(chosen());
	}

	/**
	 * Returns the other tools that change the database of that migrator.
	 */
	public List<OtherTool> otherTools() {
		return application().otherTools(chosen());
	}

	/**
	 * Returns the migrator that was chosen, or the only one, for a command that reads the
	 * sources itself.
	 */
	public Migrator migratorOfSources() {
		return application().migrator(chosen());
	}

	/**
	 * Returns the properties that lead that migrator to another database.
	 */
	public List<String> addressProperties() {
		return application().addressProperties(chosen());
	}

	private String chosen() {
		List<String> names = application().migratorNames();
		String chosen = this.options.migrator;
		if (names.isEmpty()) {
			throw NoMigratorException.none();
		}
		if (chosen == null && names.size() > 1) {
			throw NoMigratorException.several(names);
		}
		if (chosen != null && !names.contains(chosen)) {
			throw NoMigratorException.unknown(chosen, names);
		}
		return (chosen != null) ? chosen : names.get(0);
	}

	/**
	 * Returns the project with the sources of the application.
	 */
	public Project project() {
		return application().project().orElseThrow(Project::missing);
	}

	/**
	 * Writes a result.
	 * @param format the format
	 * @param text the text for people, without a line break at its end; nothing is
	 * written if it is empty
	 * @param json the value for programs
	 */
	public void report(ReportFormat format, String text, Object json) {
		if (format == ReportFormat.json) {
			this.screen.out().println(Json.of(json));
		}
		else if (!text.isEmpty()) {
			this.screen.out().println(colours() ? text : Printable.text(text));
		}
	}

	public RevisionText text(History history) {
		return new RevisionText(history, colours() ? Styler.ANSI : Styler.PLAIN, this.options.migrator);
	}

	/**
	 * Names the migrator in each line, and in advised commands, if one of several was
	 * chosen.
	 */
	public String named(String text) {
		String name = this.options.migrator;
		return (name == null) ? text
				: AdvisedCommands.in(text, name)
					.lines()
					.map((line) -> line.isBlank() ? line : name + ": " + line)
					.collect(Collectors.joining("\n"));
	}

	/**
	 * Asks a person.
	 * @return whether the answer was yes
	 */
	public boolean confirm(String question) {
		return this.screen.confirm(named(question));
	}

	/**
	 * Prints a warning, even with --quiet.
	 */
	public void warn(String text) {
		this.screen.err().println(Printable.text(named(text)));
	}

	/**
	 * Prints a line that is not the result.
	 */
	public void say(String text) {
		if (!this.options.quiet) {
			this.screen.err().println(Printable.text(named(text)));
		}
	}

	/**
	 * Reports a failure.
	 */
	public void failed(Throwable failure) {
		FailureText text = new FailureText(this.beans, this.screen.err(), this::named);
		Throwable explained = (failure instanceof ScriptFailedException script) ? explain(script) : failure;
		if (this.options.stacktrace) {
			text.printWithStackTrace(explained);
		}
		else {
			text.print(explained);
		}
	}

	/**
	 * Explains a failure. Asks the database only if that can explain it, because the
	 * database may no longer answer.
	 */
	private MigratorException explain(ScriptFailedException failure) {
		if (failure.error() == null || !failure.error().objectMissing()) {
			return failure;
		}
		try {
			return OtherToolFirstException.explain(failure, earlierTools());
		}
		catch (MigratorException ex) {
			failure.addSuppressed(ex);
			return failure;
		}
	}

}
