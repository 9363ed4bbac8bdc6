package dev.migrator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.script.text.InvalidScriptException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Scripts that SQL tools get wrong, each as an upgrade: it has to do what psql does, or
 * to be refused before anything ran.
 */
@Tag("server")
@Tag("oldest")
class SqlConformanceTests {

	private static final Set<String> UNTERMINATED = Set.of("73_unterminated_string", "75_unterminated_comment");

	private static final Set<String> WITHOUT_TRANSACTION = Set.of("45_cic_alone", "47_drop_index_concurrently",
			"49_reindex_paren_concurrently", "53_vacuum_mixed", "55_explicit_begin_commit", "87_create_database",
			"99_transaction_keywords_in_plpgsql");

	private static final String COMMITS = "33_procedure_commit_call";

	private static final String NEW_ENUM_VALUE = "51_alter_type_add_value_use";

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
		this.database.execute("create table t(id int, v text)");
		this.database.execute("create table big(id int)");
		this.database.execute("insert into big select generate_series(1, 100)");
	}

	static List<String> scripts() throws IOException {
		Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath:conformance/sql/*.sql");
		return Arrays.stream(found).map((script) -> script.getFilename().replace(".sql", "")).sorted().toList();
	}

	static List<String> scriptsForATransaction() throws IOException {
		return scripts().stream()
			.filter((script) -> !UNTERMINATED.contains(script) && !WITHOUT_TRANSACTION.contains(script))
			.filter((script) -> !script.equals(COMMITS) && !script.equals(NEW_ENUM_VALUE))
			.toList();
	}

	@Test
	void thereAreFiftyOfThem() throws IOException {
		assertThat(scripts()).hasSize(50);
		assertThat(scriptsForATransaction()).hasSize(50 - 2 - 7 - 2);
	}

	@ParameterizedTest
	@MethodSource("scriptsForATransaction")
	void scriptDoesWhatPsqlDoes(String script) throws IOException {
		upgrade("", script);

		assertThatItDidWhatItShould(script);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			73_unterminated_string  | the string that begins in column 25 is never closed; close it with '
			75_unterminated_comment | the comment that begins in column 1 is never closed; close it with */""")
	void unterminatedScriptIsRefusedBeforeAnythingRan(String script, String problem) {
		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(() -> upgrade("", script))
			.withMessageContaining("x.sql:5: " + problem);
		assertThatNothingRan();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					45_cic_alone                  | 4 | PostgreSQL does not run CREATE INDEX CONCURRENTLY in a transaction; add
					47_drop_index_concurrently    | 4 | PostgreSQL does not run DROP INDEX CONCURRENTLY in a transaction; add
					49_reindex_paren_concurrently | 4 | PostgreSQL does not run REINDEX CONCURRENTLY in a transaction; add
					53_vacuum_mixed               | 5 | PostgreSQL does not run VACUUM in a transaction; add
					55_explicit_begin_commit      | 4 | BEGIN would begin or end a transaction, but the script already runs in one, together with its version row; remove it, or add
					87_create_database            | 4 | PostgreSQL does not run CREATE DATABASE in a transaction; add
					99_transaction_keywords_in_plpgsql | 5 | START TRANSACTION would begin or end a transaction, but the script already runs in one, together with its version row; remove it, or add
					""")
	void whatCannotBeInATransactionIsRefusedUntilItIsMarked(String script, int line, String refusal)
			throws IOException {
		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(() -> upgrade("", script))
			.withMessageContaining("x.sql:%d: %s the line \"-- transaction: none\" to the header of the script"
				.formatted(line, refusal))
			.withMessageEndingWith("Nothing has been run.");
		assertThatNothingRan();

		upgrade("-- transaction: none\n", script);

		assertThatItDidWhatItShould(script);
	}

	@Test
	void newEnumValueIsUsedWhereTheServerAllowsIt() throws IOException {
		if (Postgres.majorVersion() < 17) {
			assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> upgrade("", NEW_ENUM_VALUE))
				.satisfies((ex) -> {
					assertThat(ex.line()).isEqualTo(7);
					assertThat(ex.action())
						.contains("A value that is added to an enum can be used only when that is committed.");
				});
			upgrade("-- transaction: none\n", NEW_ENUM_VALUE);
		}
		else {
			upgrade("", NEW_ENUM_VALUE);
		}

		assertThatItDidWhatItShould(NEW_ENUM_VALUE);
	}

	@Test
	void procedureThatCommitsIsRolledBackWithTheAdviceAndRunsWhenMarked() throws IOException {
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> upgrade("", COMMITS))
			.satisfies((ex) -> {
				assertThat(ex.description()).contains(
						"failed in statement 2 of 3, line 5:\n\n    call p()\n\n  invalid transaction termination");
				assertThat(ex.action()).isEqualTo(
						"""
								Nothing of this revision was kept; the database is empty of revisions. Fix the script and start \
								again.

								It commits or rolls back by itself, and the script runs in a transaction. To run it, add the line \
								"-- transaction: none" to the header of the script. Then its statements run one by one, each \
								committed by itself.""");
			});
		assertThat(this.database.value("select count(*) from pg_proc where proname = 'p'")).isEqualTo("0");

		upgrade("-- transaction: none\n", COMMITS);

		assertThatItDidWhatItShould(COMMITS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "35_copy_stdin", "37_copy_multiline_csv", "39_copy_crlf", "41_copy_empty_data",
			"43_pg_dump_restrict", "29_begin_atomic_case", "83_comment_in_function_body_preserved" })
	void scriptDoesTheSameWithoutATransaction(String script) throws IOException {
		upgrade("-- transaction: none\n", script);

		assertThatItDidWhatItShould(script);
	}

	private void upgrade(String header, String script) throws IOException {
		String marker = header.isEmpty() ? "--\n" : header;
		this.revisions.file("x.sql", "-- revision: a\n" + marker + "-- migrator:upgrade\n" + text(script, "sql"));
		Migrator.builder(this.database.dataSource()).locations(this.revisions.location()).build().upgrade();
	}

	private void assertThatItDidWhatItShould(String script) throws IOException {
		assertThat(this.database.value(text(script, "verify"))).isEqualTo("ok");
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	private void assertThatNothingRan() {
		assertThat(this.database.has("migrator_version")).isFalse();
		assertThat(this.database.value("select count(*) from t")).isEqualTo("0");
	}

	private static String text(String script, String suffix) throws IOException {
		return new ClassPathResource("conformance/sql/" + script + "." + suffix)
			.getContentAsString(StandardCharsets.UTF_8);
	}

}
