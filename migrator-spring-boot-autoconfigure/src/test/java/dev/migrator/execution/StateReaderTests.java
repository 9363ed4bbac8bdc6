package dev.migrator.execution;

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
		DatabaseState state = this.reader.state(List.of(version("app", "c", "true"), version("app", "b", "true"),
				row(null, null, "7", "b", "upgrade", "done", "0123", "2", "0/0", null),
				row(null, null, "9", "d", "downgrade", "failed", null, null, "5/3", "abcd")));

		assertThat(state.rows()).containsExactly("b", "c");
		assertThat(state.tablesExist()).isTrue();
		assertThat(state.tables()).isEqualTo(new MigratorTables("app", "v", "h"));
		assertThat(state.traces()).containsOnlyKeys("b", "d")
			.containsEntry("b", new Trace(7, "b", "upgrade", "done", "0123", 2, 0, 0, null))
			.containsEntry("d", new Trace(9, "d", "downgrade", "failed", null, 0, 5, 3, "abcd"));
	}

	@Test
	void databaseWithoutRowsSaysWhetherItsTablesAreItsOwn() {
		DatabaseState empty = this.reader.state(List.of(version("app", null, "true")));

		assertThat(empty.rows()).isEmpty();
		assertThat(empty.traces()).isEmpty();
		assertThat(empty.tablesExist()).isTrue();
		assertThat(this.reader.state(List.of(version("app", null, "false"))).tablesExist()).isFalse();
	}

	@Test
	void schemaThatWasConfiguredIsTheOneWhateverTheConnectionHas() {
		StateReader configured = new StateReader(new MigratorTables("My Schema", "v", "h"));

		assertThat(configured.state(List.of(version(null, "b", "true"))).tables().schema()).isEqualTo("My Schema");
	}

	@Test
	void connectionWithoutASchemaIsRefused() {
		assertThatExceptionOfType(NoSchemaException.class)
			.isThrownBy(() -> this.reader.state(List.of(version(null, null, "false"))));
	}

	private static Row version(@Nullable String schema, @Nullable String row, String tablesExist) {
		return row(schema, row, null, tablesExist, null, null, null, null, null, null);
	}

	private static Row row(@Nullable String... columns) {
		List<@Nullable String> values = new ArrayList<>();
		Collections.addAll(values, columns);
		return new Row(values);
	}

}
