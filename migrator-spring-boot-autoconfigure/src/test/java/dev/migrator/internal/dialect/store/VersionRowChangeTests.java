package dev.migrator.internal.dialect.store;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The statements that lead from one set of version rows to another.
 */
class VersionRowChangeTests {

	@Test
	void rowThatGoesWhileAnotherComesIsUpdated() {
		assertThat(change(List.of("a"), List.of("b"))).isEqualTo("""
				WITH changed AS (UPDATE "app"."v" SET version_num = 'b' WHERE version_num = 'a' RETURNING 1) \
				SELECT 1 / (count(*) = 1)::int FROM changed;
				""");
	}

	@Test
	void firstRowIsInsertedUnlessItIsThere() {
		assertThat(change(List.of(), List.of("a"))).isEqualTo("""
				WITH changed AS (INSERT INTO "app"."v" SELECT 'a' WHERE NOT EXISTS \
				(SELECT FROM "app"."v" WHERE version_num = 'a') RETURNING 1) \
				SELECT 1 / (count(*) = 1)::int FROM changed;
				""");
	}

	@Test
	void rowsOfMergedBranchesAreDeleted() {
		assertThat(change(List.of("b", "c"), List.of("d")).lines()).satisfiesExactly(
				(line) -> assertThat(line).contains("UPDATE", "= 'd' WHERE version_num = 'b'"),
				(line) -> assertThat(line).contains("DELETE FROM \"app\".\"v\" WHERE version_num = 'c' RETURNING 1"));
	}

	@Test
	void rowsOfBranchesThatPartAreInserted() {
		assertThat(change(List.of("d"), List.of("b", "c")).lines()).satisfiesExactly(
				(line) -> assertThat(line).contains("UPDATE", "= 'b' WHERE version_num = 'd'"),
				(line) -> assertThat(line).contains("INSERT INTO", "SELECT 'c'"));
	}

	@Test
	void rowsThatStayAreNotTouched() {
		assertThat(change(List.of(), List.of())).isEmpty();
	}

	@Test
	void idsAreQuoted() {
		assertThat(change(List.of(), List.of("it's"))).contains("SELECT 'it''s' WHERE", "version_num = 'it''s'");
	}

	private static String change(List<String> removed, List<String> added) {
		return VersionRowChange.sql(new MigratorTables("app", "v", "h"), removed, added);
	}

}
