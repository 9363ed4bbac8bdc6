package dev.migrator.internal.cli.command;

import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.SqlOptions;
import dev.migrator.internal.cli.option.Usage;
import dev.migrator.internal.cli.output.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Creates the migrator's tables.
 */
@Command(name = "ensure-version", aliases = "ensure_version",
		description = "Create the version table and the history table if they are missing.",
		footer = { "", "Example:", "  migrator ensure-version --sql" })
public final class EnsureVersionCommand implements Callable<Integer>, CheckedUsage, OnlyMigrator {

	private final Invocation invocation;

	@Mixin
	final SqlOptions sql = new SqlOptions();

	public EnsureVersionCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public void checkUsage(CommandSpec spec) {
		Usage.refuseIf(!this.sql.sql && this.sql.output != null, spec, "--output needs --sql");
	}

	@Override
	public boolean usesOnlyMigrator() {
		return this.sql.sql;
	}

	@Override
	public boolean readsStatements() {
		return true;
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migrator();
		if (this.sql.sql) {
			this.sql.write(this.invocation, migrator::ensureVersionSql);
		}
		else {
			this.invocation.refuseBeforeOtherTools(() -> true);
			migrator.ensureVersion();
			this.invocation.say("The version table and the history table exist");
		}
		return ExitCode.DONE;
	}

}
