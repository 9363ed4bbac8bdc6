package dev.migrator.internal.dialect.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the answer to the one statement means.
 */
class StateQueryTests {

	private final StateQuery query = StateQuery.ofAll(new MigratorTables(null, "v", "h"));

	@Test
	void rowsAreInTheOrderOfTheirIdsAndEntriesAsTheyCame() {
		StateAnswer state = answer(version("app", "c", "CURRENT"), version("app", "b", "CURRENT"),
				row(null, null, "7", "b", "upgrade", "done", "0123", "2", "0", "0", null, null, null, "1000000", "2000",
						"clerk", "v"),
				row(null, null, "9", "d", "downgrade", "failed", null, null, "5", "3", "abcd", "{}", "it hurts",
						"3000000", null, "clerk", null));

		assertThat(state.rows()).containsExactly("b", "c");
		assertThat(state.layout()).isEqualTo(TableLayout.CURRENT);
		assertThat(state.tables()).isEqualTo(new MigratorTables("app", "v", "h"));
		assertThat(state.entries()).containsExactly(
				new HistoryEntry(7, "b", Direction.UPGRADE, HistoryOutcome.DONE, "0123", 2, 0, 0, null, null, null,
						Instant.ofEpochSecond(1), Duration.ofMillis(2), "clerk", true),
				new HistoryEntry(9, "d", Direction.DOWNGRADE, HistoryOutcome.FAILED, null, 0, 5, 3, "abcd", "{}",
						"it hurts", Instant.ofEpochSecond(3), null, "clerk", false));
	}

	/**
	 * An older replica may stand beside a newer one, and goes on to show what it knows.
	 */
	@Test
	void wordsOfALaterVersionAreReadAsSomethingThatIsNotKnownToBeDone() {
		StateAnswer state = answer(version("app", "b", "CURRENT"), row(null, null, "7", "b", "rebase", "paused", null,
				null, "0", "0", null, null, null, "1000000", null, "clerk", "v"));

		assertThat(state.entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.direction()).isNull();
			assertThat(entry.outcome()).isEqualTo(HistoryOutcome.FAILED);
		});
	}

	@Test
	void databaseWithoutRowsSaysWhetherItsTablesAreItsOwn() {
		StateAnswer empty = answer(version("app", null, "OLDER"));

		assertThat(empty.rows()).isEmpty();
		assertThat(empty.entries()).isEmpty();
		assertThat(empty.layout()).isEqualTo(TableLayout.OLDER);
		assertThat(answer(version("app", null, "MISSING")).layout()).isEqualTo(TableLayout.MISSING);
	}

	@Test
	void schemaThatWasConfiguredIsTheOneWhateverTheConnectionHas() {
		StateQuery configured = StateQuery.ofAll(new MigratorTables("My Schema", "v", "h"));

		assertThat(configured.answer(List.of(version(null, "b", "CURRENT"))))
			.hasValueSatisfying((state) -> assertThat(state.tables().schema()).isEqualTo("My Schema"));
	}

	@Test
	void connectionWithoutASchemaHasNoState() {
		assertThat(this.query.answer(List.of(version(null, null, "MISSING")))).isEmpty();
	}

	private StateAnswer answer(Row... rows) {
		return this.query.answer(List.of(rows)).orElseThrow();
	}

	private static Row version(@Nullable String schema, @Nullable String row, String layout) {
		return row(schema, row, null, layout, null, null, null, null, null, null, null, null, null, null, null, null,
				null);
	}

	private static Row row(@Nullable String... columns) {
		List<@Nullable String> values = new ArrayList<>();
		Collections.addAll(values, columns);
		return new Row(values);
	}

}
