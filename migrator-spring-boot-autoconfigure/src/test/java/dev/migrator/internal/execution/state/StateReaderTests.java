package dev.migrator.internal.execution.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.migrator.execution.NoSchemaException;
import dev.migrator.internal.dialect.store.HistoryEntry;
import dev.migrator.internal.dialect.store.HistoryOutcome;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.StateAnswer;
import dev.migrator.internal.dialect.store.TableLayout;
import dev.migrator.revision.Direction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the answer of a database means.
 */
class StateReaderTests {

	private static final MigratorTables TABLES = new MigratorTables("app", "v", "h");

	@Test
	void tracesAreByRevisionAndRowsInTheOrderOfTheirIds() {
		DatabaseState state = state(TableLayout.CURRENT,
				new HistoryEntry(9, "d", Direction.DOWNGRADE, HistoryOutcome.FAILED, null, 0, 5, 3, "abcd", "{}",
						"it hurts", Instant.ofEpochSecond(3), null, "clerk", false),
				new HistoryEntry(7, "b", Direction.UPGRADE, HistoryOutcome.DONE, "0123", 2, 0, 0, null, null, null,
						Instant.ofEpochSecond(1), Duration.ofMillis(2), "clerk", true));

		assertThat(state.rows()).containsExactly("b", "c");
		assertThat(state.tablesExist()).isTrue();
		assertThat(state.tables()).isEqualTo(TABLES);
		assertThat(state.lastEntries()).containsExactly(
				Map.entry("b",
						new LastEntry(7, "b", Direction.UPGRADE, HistoryOutcome.DONE, "0123", 2,
								new HowFar(0, 0, null, null, null),
								new Applied(Instant.ofEpochSecond(1), Duration.ofMillis(2), "clerk"), true)),
				Map.entry("d",
						new LastEntry(9, "d", Direction.DOWNGRADE, HistoryOutcome.FAILED, null, 0,
								new HowFar(5, 3, "abcd", "{}", "it hurts"),
								new Applied(Instant.ofEpochSecond(3), null, "clerk"), false)));
	}

	@Test
	void databaseSaysWhetherItsTablesAreThere() {
		assertThat(state(TableLayout.OLDER).tablesExist()).isTrue();
		assertThat(state(TableLayout.MISSING).tablesExist()).isFalse();
	}

	@Test
	void connectionWithoutASchemaIsRefused() {
		assertThatExceptionOfType(NoSchemaException.class).isThrownBy(() -> StateReader.state(Optional.empty()));
	}

	private static DatabaseState state(TableLayout layout, HistoryEntry... entries) {
		return StateReader.state(Optional.of(new StateAnswer(TABLES, layout, List.of("c", "b"), List.of(entries))));
	}

}
