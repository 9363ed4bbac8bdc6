package dev.migrator.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.migrator.dialect.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the answer to the one statement means.
 */
class StateReaderTests {

	private final StateReader reader = new StateReader(new MigratorTables(null, "v", "h"));

	@Test
	void rowsAreInTheOrderOfTheirIdsAndTracesByRevision() {
		DatabaseState state = this.reader.state(List.of(version("app", "c", "CURRENT"), version("app", "b", "CURRENT"),
				row(null, null, "7", "b", "upgrade", "done", "0123", "2", "0", "0", null, null, null, "1000000", "2000",
						"clerk", "v"),
				row(null, null, "9", "d", "downgrade", "failed", null, null, "5", "3", "abcd", "{}", "it hurts",
						"3000000", null, "clerk", null)));

		assertThat(state.rows()).containsExactly("b", "c");
		assertThat(state.tablesExist()).isTrue();
		assertThat(state.tables()).isEqualTo(new MigratorTables("app", "v", "h"));
		assertThat(state.traces()).containsOnlyKeys("b", "d")
			.containsEntry("b",
					new Trace(7, "b", "upgrade", "done", "0123", 2, new HowFar(0, 0, null, null, null),
							new Applied(Instant.ofEpochSecond(1), Duration.ofMillis(2), "clerk"), true))
			.containsEntry("d",
					new Trace(9, "d", "downgrade", "failed", null, 0, new HowFar(5, 3, "abcd", "{}", "it hurts"),
							new Applied(Instant.ofEpochSecond(3), null, "clerk"), false));
	}

	@Test
	void databaseWithoutRowsSaysWhetherItsTablesAreItsOwn() {
		DatabaseState empty = this.reader.state(List.of(version("app", null, "OLDER")));

		assertThat(empty.rows()).isEmpty();
		assertThat(empty.traces()).isEmpty();
		assertThat(empty.layout()).isEqualTo(TableLayout.OLDER);
		assertThat(empty.tablesExist()).isTrue();
		assertThat(this.reader.state(List.of(version("app", null, "MISSING"))).tablesExist()).isFalse();
	}

	@Test
	void schemaThatWasConfiguredIsTheOneWhateverTheConnectionHas() {
		StateReader configured = new StateReader(new MigratorTables("My Schema", "v", "h"));

		assertThat(configured.state(List.of(version(null, "b", "CURRENT"))).tables().schema()).isEqualTo("My Schema");
	}

	@Test
	void connectionWithoutASchemaIsRefused() {
		assertThatExceptionOfType(NoSchemaException.class)
			.isThrownBy(() -> this.reader.state(List.of(version(null, null, "MISSING"))));
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
