package dev.migrator.internal.execution.state;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.migrator.internal.dialect.store.HistoryOutcome;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.TableLayout;
import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What a history says, as tests of this package write it.
 */
public final class LastEntries {

	private static final Applied APPLIED = new Applied(Instant.parse("2026-01-06T08:00:00Z"), null, "app");

	private LastEntries() {
	}

	/**
	 * One of three statements is done, if it is half-way.
	 */
	public static LastEntry entry(long id, String revision, String direction, String outcome) {
		return entry(id, revision, direction, outcome, null, 0);
	}

	static LastEntry entry(long id, String revision, String direction, String outcome, @Nullable String checksum,
			int version) {
		return new LastEntry(id, revision, Direction.valueOf(direction.toUpperCase(Locale.ROOT)),
				HistoryOutcome.valueOf(outcome.toUpperCase(Locale.ROOT)), checksum, version,
				new HowFar(3, 1, null, null, null), APPLIED, true);
	}

	/**
	 * A revision that is half-way after some of its statements.
	 */
	public static LastEntry halfWay(int statementsDone, @Nullable String hash) {
		return new LastEntry(7, "b", Direction.UPGRADE, HistoryOutcome.FAILED, null, 0,
				new HowFar(3, statementsDone, hash, null, null), APPLIED, true);
	}

	public static DatabaseState state(List<String> rows, LastEntry... lastEntries) {
		Map<String, LastEntry> byRevision = new TreeMap<>();
		for (LastEntry entry : lastEntries) {
			byRevision.put(entry.revision(), entry);
		}
		return new DatabaseState(new MigratorTables("public", "v", "h"), TableLayout.CURRENT, rows, byRevision);
	}

}
