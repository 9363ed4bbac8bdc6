package dev.migrator.internal.cli.report;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.internal.cli.option.Invocation;

/**
 * Says that Hibernate changes the database beside the revisions: what it has made is in
 * no revision, and no difference any more.
 */
public final class DdlAutoWarning {

	private DdlAutoWarning() {
	}

	/**
	 * Where nothing of the model is there, Hibernate has made nothing.
	 */
	public static void of(Invocation invocation, Migrator migrator, ModelDifferences found) {
		if (found.model()
			.schema()
			.tables()
			.stream()
			.anyMatch((table) -> found.real().table(table.name()).isPresent())) {
			invocation.application()
				.ddlAuto(migrator)
				.ifPresent((ddlAuto) -> invocation
					.warn("Hibernate changes this database by itself (" + ddlAuto.setting()
							+ "): what it may have made already is no difference any more, and in no revision. "
							+ ddlAuto.advice() + ", and generate against a database that only revisions have changed"));
		}
	}

}
