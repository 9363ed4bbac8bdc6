package dev.migrator.internal.cli.report;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.internal.cli.option.Invocation;

/**
 * Warns that Hibernate changes the database in addition to the revisions: its changes are
 * in no revision, and are not found as differences.
 */
public final class DdlAutoWarning {

	private DdlAutoWarning() {
	}

	/**
	 * Warns, unless the database has nothing of the model: then Hibernate has made
	 * nothing.
	 */
	public static void of(Invocation invocation, Migrator migrator, ModelDifferences found) {
		if (found.model()
			.schema()
			.tables()
			.stream()
			.anyMatch((table) -> found.real().table(table.name()).isPresent())) {
			invocation.application()
				.ddlAuto(migrator)
				.ifPresent(
						(ddlAuto) -> invocation.warn("Hibernate changes this database by itself (" + ddlAuto.setting()
								+ "): changes that it has already made are not found as differences, and are in no "
								+ "revision. " + ddlAuto.advice()
								+ ", and generate against a database that only revisions have changed"));
		}
	}

}
