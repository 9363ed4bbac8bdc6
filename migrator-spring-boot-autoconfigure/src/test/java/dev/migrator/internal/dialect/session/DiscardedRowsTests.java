package dev.migrator.internal.dialect.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Own statements for psql return no rows.
 */
class DiscardedRowsTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "BEGIN;SET LOCAL x.y = 1;\n", "COMMIT;", "INSERT INTO t SELECT 1;\n",
			"DO $$ BEGIN PERFORM 1; END $$;\n" })
	void statementsWithoutRowsStayAsTheyAre(String sql) {
		assertThat(DiscardedRows.in(sql)).isEqualTo(sql);
	}

	@Test
	void statementsWithRowsAreRunByBlocksInTheirOrder() {
		assertThat(DiscardedRows.in("""
				SELECT 1;
				WITH x AS (SELECT 2)
				SELECT * FROM x;
				BEGIN; INSERT INTO t VALUES (3) RETURNING id;
				COMMIT;
				""")).isEqualTo("""
				DO $migrator$
				BEGIN
				EXECUTE $sql$
				SELECT 1;
				WITH x AS (SELECT 2)
				SELECT * FROM x;
				$sql$;
				END
				$migrator$;
				BEGIN;
				DO $migrator$
				BEGIN
				EXECUTE $sql$
				INSERT INTO t VALUES (3) RETURNING id;
				$sql$;
				END
				$migrator$;
				COMMIT;
				""");
	}

	@Test
	void quotesOfABlockAreNoneThatItsStatementsHave() {
		assertThat(DiscardedRows.in("SELECT '$sql$ $sql1$ $migrator$';")).isEqualTo("""
				DO $migrator1$
				BEGIN
				EXECUTE $sql2$
				SELECT '$sql$ $sql1$ $migrator$';
				$sql2$;
				END
				$migrator1$;
				""");
	}

}
