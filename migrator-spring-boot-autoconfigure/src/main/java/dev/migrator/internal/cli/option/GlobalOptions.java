package dev.migrator.internal.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command line without a command, and the options that every command has.
 */
@Command(name = "migrator", synopsisSubcommandLabel = "COMMAND",
		header = "Database migrations as a graph of revisions.", sortOptions = false,
		description = { "", "Runs on the application's own configuration, DataSource and revisions.",
				"Options of the application, such as --spring.profiles.active=dev, may be in any place." },
		commandListHeading = "%nCommands:%n", optionListHeading = "%nOptions:%n",
		footer = { "", "Exit codes: 0 done, 1 the command failed, 2 wrong usage, 3 a check found something.", "",
				"Examples:", "  In the project:        ./migrator upgrade heads",
				"  Where it is deployed:  java -jar app.jar migrator upgrade heads" })
public final class GlobalOptions {

	@Option(names = { "-q", "--quiet" }, scope = ScopeType.INHERIT,
			description = "Print only the result, warnings and errors.")
	public boolean quiet;

	@Option(names = "--migrator", paramLabel = "NAME", scope = ScopeType.INHERIT,
			description = "The migrator to use, if the application has several.")
	@Nullable public String migrator;

	@Option(names = "--color", paramLabel = "WHEN", scope = ScopeType.INHERIT, defaultValue = "auto",
			description = "Whether to use colours: auto (on a terminal), always, never.")
	ColorMode color = ColorMode.auto;

	@Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure too.")
	boolean stacktrace;

	@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT,
			description = "Show this help and exit.")
	boolean help;

	@Option(names = { "-V", "--version" }, versionHelp = true, description = "Show the version and exit.")
	boolean version;

	/**
	 * The choices for colours. The names are what a user types.
	 */
	enum ColorMode {

		auto(Help.Ansi.AUTO), always(Help.Ansi.ON), never(Help.Ansi.OFF);

		private final Help.Ansi ansi;

		ColorMode(Help.Ansi ansi) {
			this.ansi = ansi;
		}

		Help.Ansi ansi() {
			return this.ansi;
		}

	}

}
