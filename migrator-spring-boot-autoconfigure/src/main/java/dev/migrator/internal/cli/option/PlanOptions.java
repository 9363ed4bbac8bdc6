package dev.migrator.internal.cli.option;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * The options of a command that can try or print its plan instead of running it.
 */
public final class PlanOptions {

	@Option(names = "--dry-run",
			description = "Run it in one transaction, roll it back, and show what would have happened.")
	public boolean dryRun;

	@Mixin
	public final SqlOptions sql = new SqlOptions();

	/**
	 * Checks whether the options can be combined, and whether the target is valid; with
	 * --sql it may be a range.
	 */
	public void checkUsage(String target, CommandSpec spec) {
		this.sql.checkUsage(spec);
		Usage.refuseIf(this.sql.sql && this.dryRun, spec, "--dry-run cannot be used with --sql");
		if (!this.sql.sql) {
			Usage.target(target, spec);
		}
	}

}
