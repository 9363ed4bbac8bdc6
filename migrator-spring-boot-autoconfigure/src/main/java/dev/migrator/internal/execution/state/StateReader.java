package dev.migrator.internal.execution.state;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import dev.migrator.execution.MissingPrivilegeException;
import dev.migrator.execution.NoSchemaException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.RecordedScripts;
import dev.migrator.internal.dialect.store.StateAnswer;
import dev.migrator.internal.dialect.store.StateQuery;
import dev.migrator.internal.script.RevisionScripts;

/**
 * Reads the {@link DatabaseState}: with one statement if the tables exist, which is the
 * whole cost of a start with nothing pending.
 */
public final class StateReader {

	private final MigratorTables tables;

	/**
	 * Reads from the migrator's own tables.
	 * @param tables their names
	 */
	public StateReader(MigratorTables tables) {
		this.tables = tables;
	}

	/**
	 * Reads the state as it is now.
	 * @param connection the session
	 * @return the state; without rows if there is no version table
	 * @throws NoSchemaException if the tables are to be in the connection's schema and it
	 * has none
	 * @throws MissingPrivilegeException if the role may not read them
	 */
	public DatabaseState read(ServerConnection connection) {
		return read(connection, StateQuery::ofAll);
	}

	/**
	 * Reads the state without the history entries that say what the scripts say, if all
	 * do. So a start with nothing pending does not receive an entry for each revision.
	 * @param connection the session
	 * @param scripts the present scripts
	 * @return the state; an entry may be missing whose checksum is that of the script
	 * @throws NoSchemaException like {@link #read(ServerConnection)}
	 * @throws MissingPrivilegeException like {@link #read(ServerConnection)}
	 */
	public DatabaseState readChanges(ServerConnection connection, RevisionScripts scripts) {
		RecordedScripts recorded = RecordedScripts.of(scripts.scripts().values().stream().map(Recorded::of).toList());
		return read(connection, (tables) -> StateQuery.ofChanges(tables, recorded));
	}

	/**
	 * Reads the state with the history entries of half-way revisions only. The cost does
	 * not depend on the length of the history.
	 * @param connection the session
	 * @return the state, with the history entries of these revisions only
	 * @throws NoSchemaException like {@link #read(ServerConnection)}
	 * @throws MissingPrivilegeException like {@link #read(ServerConnection)}
	 */
	public DatabaseState readUnfinished(ServerConnection connection) {
		return read(connection, StateQuery::ofUnfinished);
	}

	/**
	 * Reads the state with the history entry of one revision only.
	 * @param connection the session
	 * @param revision the id of the revision
	 * @return the state, with the history entry of this revision only
	 * @throws NoSchemaException like {@link #read(ServerConnection)}
	 * @throws MissingPrivilegeException like {@link #read(ServerConnection)}
	 */
	public DatabaseState read(ServerConnection connection, String revision) {
		return read(connection, (tables) -> StateQuery.of(tables, revision));
	}

	private DatabaseState read(ServerConnection connection, Function<MigratorTables, StateQuery> question) {
		try {
			return state(question.apply(this.tables).answer(connection));
		}
		catch (SqlFailure ex) {
			if (ex.error().forbidden()) {
				throw MissingPrivilegeException.toRead(connection, this.tables, ex);
			}
			if (ex.error().tableMissing()) {
				return state(StateQuery.withoutHistory(connection, this.tables));
			}
			if (ex.error().shapeDiffers() && this.tables.schema() == null) {
				return inOwnSchema(connection).read(connection, question);
			}
			throw ex;
		}
	}

	/**
	 * Reads only the connection's own schema, because a table of that name and with other
	 * columns is in a later schema of the search path.
	 */
	private StateReader inOwnSchema(ServerConnection connection) {
		return new StateReader(StateQuery.inOwnSchema(connection, this.tables).orElseThrow(NoSchemaException::new));
	}

	static DatabaseState state(Optional<StateAnswer> found) {
		StateAnswer answer = found.orElseThrow(NoSchemaException::new);
		Map<String, LastEntry> lastEntries = new TreeMap<>();
		answer.entries().forEach((entry) -> lastEntries.put(entry.revision(), LastEntry.of(entry)));
		return new DatabaseState(answer.tables(), answer.layout(), answer.rows(), lastEntries);
	}

}
