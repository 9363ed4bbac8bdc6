package dev.migrator.internal.command.development;

import java.util.Set;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.internal.autogenerate.baseline.WrittenSchema;
import dev.migrator.internal.command.Database;
import dev.migrator.internal.command.DatabaseSession;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.execution.run.BorrowedSession;
import dev.migrator.internal.execution.watch.StoppableWork;
import dev.migrator.schema.ObjectName;

/**
 * Reads the present schema of the database, without the tables of the migrator.
 */
public final class PresentDatabase {

	private final Database database;

	private final ComparisonSettings settings;

	public PresentDatabase(Database database, ComparisonSettings settings) {
		this.database = database;
		this.settings = settings;
	}

	/**
	 * Reads the schema, from the catalog alone.
	 * @return the schema
	 */
	public WrittenSchema read() {
		try (DatabaseSession session = this.database.open();
				BorrowedSession borrowed = BorrowedSession.of(session.connection(),
						this.database.settings().timeZone());
				StoppableWork work = session.stoppable()) {
			MigratorTables tables = session.state(work).tables();
			return WrittenSchema.read(session.connection(), this.settings,
					Set.of(new ObjectName(tables.schema(), tables.versionTable()),
							new ObjectName(tables.schema(), tables.historyTable())));
		}
	}

}
