package dev.migrator.internal.execution.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.store.SeedEntries;
import dev.migrator.internal.script.SeedScript;

/**
 * Which seed scripts were run, with which checksum the last time.
 */
public final class SeedHistory {

	private final Map<String, Row> last = new HashMap<>();

	/**
	 * Reads rows of the history.
	 * @param rows path, checksum and version of the checksum of each script that was run
	 */
	SeedHistory(List<Row> rows) {
		rows.forEach((row) -> this.last.put(row.required(0), row));
	}

	/**
	 * Reads what the history says of scripts: of each the last entry, so that it costs
	 * the same however long the history is.
	 * @param connection the session
	 * @param state the state of the database, which knows where the history is
	 * @param scripts the scripts
	 * @return what was run
	 */
	public static SeedHistory read(ServerConnection connection, DatabaseState state, List<SeedScript> scripts) {
		if (!state.tablesExist() || scripts.isEmpty()) {
			return new SeedHistory(List.of());
		}
		return new SeedHistory(
				SeedEntries.read(connection, state.tables(), scripts.stream().map(SeedScript::path).toList()));
	}

	/**
	 * Finds the scripts that have not been run as they are now. A checksum that was made
	 * in another way says nothing.
	 * @param scripts the scripts
	 * @return those that are to be run, in their order
	 */
	public List<SeedScript> due(List<SeedScript> scripts) {
		return scripts.stream().filter((script) -> !ran(script)).toList();
	}

	private boolean ran(SeedScript script) {
		Row row = this.last.get(script.path());
		if (row == null) {
			return false;
		}
		boolean comparable = Integer.toString(script.checksum().version()).equals(row.text(2));
		return !comparable || Objects.equals(script.checksum().value(), row.text(1));
	}

}
