package dev.migrator.internal.execution.run;

import java.util.List;
import java.util.OptionalInt;

import dev.migrator.execution.MissingPrivilegeException;
import dev.migrator.execution.OlderHistoryException;
import dev.migrator.execution.ReadOnlyException;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.session.SessionResources;
import dev.migrator.internal.dialect.session.SessionState;
import dev.migrator.internal.dialect.session.UnchangedSession;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.TableCreation;
import dev.migrator.internal.dialect.store.TableRights;
import dev.migrator.internal.execution.state.DatabaseState;

/**
 * The facts that a run needs before it changes anything, read with one message. What
 * every step needs is checked here, so that the user gets advice instead of an error
 * half-way.
 *
 * @param process the server process of the connection; behind a pooler it is not the one
 * that the driver knows
 * @param session the state in which the session was handed over
 * @param resources the objects that it had
 * @param versionWidth the maximum length of an id in the version table, if it has one
 * @param olderHistory whether there is a history table that lacks later columns
 * @param eventTriggers whether the database has event triggers
 */
record Preflight(int process, SessionState session, SessionResources resources, OptionalInt versionWidth,
		boolean olderHistory, boolean eventTriggers) {

	/**
	 * Reads the facts.
	 * @param connection the session, outside of a transaction
	 * @param before the state of the database
	 * @throws ReadOnlyException if nothing can be written
	 * @throws MissingPrivilegeException if the role may not write the tables
	 * @throws OlderHistoryException if it may not complete the history table
	 */
	static Preflight of(ServerConnection connection, DatabaseState before) {
		MigratorTables tables = before.tables();
		List<List<Row>> answers = connection
			.queries(List.of(TableRights.queryToWrite(tables), SessionState.QUERY, SessionResources.QUERY,
					tables.versionWidth(), TableCreation.historyIsOlder(tables), UnchangedSession.EVENT_TRIGGERS));
		TableRights rights = TableRights.toWrite(answers.get(0).get(0), tables, before.tablesExist());
		check(rights, tables);
		return new Preflight(rights.process(), SessionState.of(answers.get(1), connection),
				SessionResources.before(answers.get(2)),
				answers.get(3).stream().mapToInt((row) -> Integer.parseInt(row.required(0))).findFirst(),
				!answers.get(4).isEmpty(), !answers.get(5).isEmpty());
	}

	private static void check(TableRights rights, MigratorTables tables) {
		if (rights.standby() || rights.readOnly()) {
			throw ReadOnlyException.of(rights.standby());
		}
		if (!rights.missing().isEmpty()) {
			throw new MissingPrivilegeException(rights.role(), rights.missing());
		}
		if (!rights.mayComplete()) {
			throw new OlderHistoryException(rights.role(), tables);
		}
	}

}
