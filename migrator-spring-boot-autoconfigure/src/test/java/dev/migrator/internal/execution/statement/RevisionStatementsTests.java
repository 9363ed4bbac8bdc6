package dev.migrator.internal.execution.statement;

import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

import dev.migrator.execution.Scripts;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.Executable;
import dev.migrator.operation.ExecuteSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What a revision without a transaction does, unit by unit.
 */
class RevisionStatementsTests {

	private static final DataMigration FILL = new DataMigration("fill it", new DataMigration.Body() {
	}, null);

	@Test
	void statementsOfAllOperationsAreNumberedThrough() {
		ScriptBody body = body(ExecuteSql.of("select 1; select 2"), FILL, ExecuteSql.of("-- nothing"),
				ExecuteSql.of("\n\nvacuum t;"));

		assertThat(units(body)).extracting("operation", "number", "of", "line", "text")
			.containsExactly(tuple(0, 1, 4, 1, "select 1"), tuple(0, 2, 4, 1, "select 2"), tuple(1, 3, 4, 1, "fill it"),
					tuple(3, 4, 4, 3, "vacuum t"));
	}

	@Test
	void copyIsOneWithItsData() {
		assertThat(units(Scripts.body("select 1;\ncopy t from stdin;\n1\n\\.\nselect 2;")))
			.extracting("text", "line", "copy.present")
			.containsExactly(tuple("select 1", 1, false), tuple("copy t from stdin", 2, true),
					tuple("select 2", 5, false));
	}

	@Test
	void behindTheLastThereIsNone() {
		RevisionStatements units = new RevisionStatements(Scripts.body("select 1"), 1);
		units.next();

		assertThat(units.hasNext()).isFalse();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(units::next);
	}

	@Test
	void textIsOpenOnlyWhileItIsRead() {
		List<String> seen = new ArrayList<>();
		RevisionStatements units = new RevisionStatements(
				body(watched("one", "select 1;", seen), watched("two", "select 2; select 3;", seen)), 3);

		units.next();
		assertThat(seen).containsExactly("one opened");
		units.next();
		assertThat(seen).containsExactly("one opened", "one closed", "two opened");
		units.close();
		assertThat(seen).endsWith("two closed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "set search_path = s", "SET ROLE app", "reset all", "select set_config('a.b', 'c', false)",
			"select 1,\n  pg_catalog.SET_CONFIG ('a.b', 'c', false)" })
	void whatSetsTheSessionHasToBeDoneAgainInTheNext(String sql) {
		assertThat(first(sql).setsTheSession()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "update t set a = 1", "select 'set'", "settle", "comment on table t is 'set_config('",
			"create table t ()" })
	void whatDoesNotSetTheSessionHasNot(String sql) {
		assertThat(first(sql).setsTheSession()).isFalse();
	}

	@Test
	void codeThatIsSaidToSetSomethingIsNoSetting() {
		assertThat(RevisionStatement.data(0, 1, 1, new DataMigration("set prices", FILL.body(), null)).setsTheSession())
			.isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "create table t () | true", "insert into t values (1) | true", "vacuum t | false",
					"create index concurrently i on t (id) | false", "begin | false", "commit | false",
					"do $$ begin end $$ | false", "call p() | false" })
	void statementSharesATransactionWithItsRecordWhereItMayBeInOne(String sql, boolean shares) {
		assertThat(first(sql).mayShareATransaction()).isEqualTo(shares);
	}

	@Test
	void whatCanBeReadOrDoneOnlyOnceIsNotTriedAgain() {
		RevisionStatement copy = first("copy t from stdin;\n1\n\\.\n");
		RevisionStatement data = RevisionStatement.data(0, 1, 1, FILL);
		RevisionStatement committing = RevisionStatement.data(0, 1, 1,
				new DataMigration("fill", FILL.body(), null, true));

		assertThat(first("insert into t values (1)").repeatable()).isTrue();
		assertThat(copy.repeatable()).isFalse();
		assertThat(copy.mayShareATransaction()).isTrue();
		assertThat(data.repeatable()).isTrue();
		assertThat(data.mayShareATransaction()).isTrue();
		assertThat(committing.repeatable()).isFalse();
		assertThat(committing.mayShareATransaction()).isFalse();
	}

	@Test
	void concurrentStatementIsKnownAsOne() {
		assertThat(first("reindex index concurrently i").concurrently()).isTrue();
		assertThat(first("comment on table t is 'concurrently'").concurrently()).isFalse();
	}

	@Test
	void failureIsInTheLineOfTheStatementOrOfTheData() {
		ServerError error = new ServerError("22P02", "invalid", null, null, "COPY t, line 2, column id: \"x\"", 0);

		assertThat(first("\n\nvacuum t").place(error, ""))
			.isEqualTo(new FailurePlace(0, "running it", 1, 1, 3, 0, "vacuum t"));
		assertThat(first("\n\ncopy t from stdin;\n1\nx\n\\.\n").place(error, ""))
			.isEqualTo(new FailurePlace(0, "running it", 1, 1, 5, 0, "copy t from stdin"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "BEGIN;" })
	void failureIsInTheLineThatTheServerNames(String before) {
		RevisionStatement unit = unit("select 1;\n\ncreate table t (\n    id int,\n    name txt\n)", 2);
		int position = before.length() + unit.text().indexOf("txt") + 1;

		assertThat(
				unit.place(new ServerError("42704", "type \"txt\" does not exist", null, null, null, position), before))
			.isEqualTo(new FailurePlace(0, "running it", 2, 2, 5, 2, unit.text()));
	}

	@Test
	void failureElsewhereInTheMessageIsInTheLineOfTheStatement() {
		assertThat(first("\nvacuum t").place(new ServerError("42P01", "it failed", null, null, null, 3), "BEGIN;"))
			.isEqualTo(new FailurePlace(0, "running it", 1, 1, 2, 0, "vacuum t"));
		assertThat(first("\nvacuum t").place(new ServerError("42P01", "it failed", null, null, null, 900), "BEGIN;")
			.line()).isEqualTo(2);
	}

	@Test
	void whatCodeIsForIsNotReadAsSql() {
		RevisionStatement unit = RevisionStatement.data(1, 3, 4,
				new DataMigration("fill what isn't there", FILL.body(), null));

		assertThat(unit.place(new ServerError("42P01", "it failed", null, null, null, 3), ""))
			.isEqualTo(new FailurePlace(1, "running it", 3, 4, 1, 0, "fill what isn't there"));
	}

	private static ExecuteSql watched(String name, String sql, List<String> seen) {
		return new ExecuteSql(() -> {
			seen.add(name + " opened");
			return reader(sql, () -> seen.add(name + " closed"));
		});
	}

	private static Reader reader(String sql, Runnable closed) {
		return new StringReader(sql) {

			@Override
			public void close() {
				super.close();
				closed.run();
			}

		};
	}

	private static RevisionStatement first(String sql) {
		return unit(sql, 1);
	}

	private static RevisionStatement unit(String sql, int number) {
		return units(Scripts.body(sql)).get(number - 1);
	}

	private static List<RevisionStatement> units(ScriptBody body) {
		List<RevisionStatement> units = new ArrayList<>();
		new RevisionStatements(body, RevisionSummary.of(body).total()).forEachRemaining(units::add);
		return units;
	}

	private static ScriptBody body(Executable... operations) {
		return new ScriptBody(List.of(operations), 1);
	}

}
