package dev.migrator.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import dev.migrator.dialect.Row;
import dev.migrator.dialect.ServerConnection;

/**
 * Reads from the history when and by whom revisions were applied.
 */
public final class HistoryReader {

	private HistoryReader() {
	}

	/**
	 * Reads the last time of each revision.
	 * @param connection the session
	 * @param state the state of the database, which knows where the history is
	 * @return what is known, by revision
	 */
	public static Map<String, Applied> read(ServerConnection connection, DatabaseState state) {
		if (!state.tablesExist()) {
			return Map.of();
		}
		Map<String, Applied> applied = new HashMap<>();
		for (Row row : connection.query("""
				select distinct on (revision) revision, (extract(epoch from started) * 1000000)::bigint,
				    (extract(epoch from duration) * 1000000)::bigint, db_user
				from %s where direction not in ('downgrade', 'seed') order by revision, id desc
				""".formatted(state.tables().history()))) {
			String duration = row.text(2);
			applied.put(row.required(0),
					new Applied(Instant.EPOCH.plus(Long.parseLong(row.required(1)), ChronoUnit.MICROS),
							(duration != null) ? Duration.of(Long.parseLong(duration), ChronoUnit.MICROS) : null,
							row.required(3)));
		}
		return applied;
	}

}
