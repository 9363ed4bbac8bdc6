package dev.migrator.internal.execution.run;

import dev.migrator.execution.MissingPrivilegeException;
import dev.migrator.execution.OlderHistoryException;
import dev.migrator.execution.ReadOnlyException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.TableRights;
import dev.migrator.internal.execution.state.DatabaseState;

/**
 * Checks before the first step what every step needs, so that the user gets advice
 * instead of an error half-way.
 */
final class Preflight {

	private Preflight() {
	}

	/**
	 * Checks.
	 * @return the server process of the connection; behind a pooler it is not the one
	 * that the driver knows
	 */
	static int of(ServerConnection connection, DatabaseState before) {
		MigratorTables tables = before.tables();
		TableRights rights = TableRights.toWrite(connection, tables, before.tablesExist());
		if (rights.standby() || rights.readOnly()) {
			throw ReadOnlyException.of(rights.standby());
		}
		if (!rights.missing().isEmpty()) {
			throw new MissingPrivilegeException(rights.role(), rights.missing());
		}
		if (!rights.mayComplete()) {
			throw new OlderHistoryException(rights.role(), tables);
		}
		return rights.process();
	}

}
