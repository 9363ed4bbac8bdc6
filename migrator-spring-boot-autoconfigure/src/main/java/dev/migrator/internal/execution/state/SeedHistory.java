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
 * The seed scripts that were run, with the checksum of their last run.
 */
public final class SeedHistory {

	private final Map<String, Row> last = new HashMap<>();

	/**
	 * Reads rows of the history.
	 * @param rows the path, the checksum and the version of the checksum of each script
	 * that was run
	 */
	SeedHistory(List<Row> rows) {
		rows.forEach((row) -> this.last.put(row.required(0), row));
	}

	/**
	 * Reads the last history entry of each script. The cost does not depend on the length
	 * of the history.
	 * @param connection the session
	 * @param state the state of the database, which knows where the history is
	 * @param scripts the scripts
	 * @return the scripts that were run
	 */
	public static SeedHistory read(ServerConnection connection, DatabaseState state, List<SeedScript> scripts) {
		if (!state.tablesExist() || scripts.isEmpty()) {
			return new SeedHistory(List.of());
		}
		return new SeedHistory(
				SeedEntries.read(connection, state.tables(), scripts.stream().map(SeedScript::path).toList()));
	}

	/**
	 * Finds the scripts that have not been run as they are now. A checksum that was
	 * computed in another way is not compared.
	 * @param scripts the scripts
	 * @return the scripts to run, in their order
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
