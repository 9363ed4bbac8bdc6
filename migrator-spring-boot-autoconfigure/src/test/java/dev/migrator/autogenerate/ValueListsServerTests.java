package dev.migrator.autogenerate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.migrator.internal.autogenerate.revision.JavaRevisionBody;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.dialect.text.PrintedExpression;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.Types;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks of lists of values, which a revision has in the words of a person.
 */
@Tag("server")
class ValueListsServerTests {

	private static final String TABLE = """
			create type en as enum ('A', 'B'); create schema shop; create type shop.en as enum ('A', 'B');
			create table t (v varchar(9), tx text, c char(3), i int, s smallint, b bigint, e en, o shop.en, a text[],
			    vc varchar(9) collate "C", "Odd" varchar, n numeric, d date%s)""";

	private final TestDatabase database = Postgres.newDatabase();

	/**
	 * PostgreSQL prints what it printed before when it has read it.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "v IN ('A', 'B')", "v NOT IN ('A', 'B')", "vc IN ('A', 'B', 'it''s')",
			"\"Odd\" IN ('A', ', ')", "tx IN ('A', '''::text, ')", "tx NOT IN ('A', 'B')", "c IN ('A', 'B')",
			"e IN ('A', 'B')", "o IN ('A', 'B')", "i IN (1, 20)", "s IN (1, 2)", "tx IN ('a\\b', '')" })
	void areWrittenAsAList(String list) {
		SqlRevisionBody body = leads(list);

		assertThat(body.downgrade()).isEqualTo("ALTER TABLE t ADD CONSTRAINT ck CHECK (" + list + ");");
	}

	@ParameterizedTest
	@ValueSource(strings = { "b IN (1, 2)", "n IN (1, 2.5)", "i IN (1, -2)", "d IN ('2020-01-01', '2020-01-02')",
			"v IN ('A', NULL)", "v::text IN ('A', 'B')", "v = ANY (array['A', 'B'])",
			"v = ANY (array['A', 'B']::text[])", "e::text IN ('A', 'B')", "c::text = ANY (array['A', 'B']::varchar[])",
			"tx = ANY (array['A', 'B']::varchar[])", "e::text = ANY (array['A', 'B']::varchar[])",
			"v IN ('A', 'B') OR i IN (1, 2)", "NOT v IN ('A', 'B')", "lower(v) IN ('a', 'b')",
			"v IN ('A', 'B') AND tx IN ('A', 'B')", "a = ARRAY['A', 'B']", "v::varchar(2) IN ('A', 'B')",
			"v COLLATE \"C\" IN ('A', 'B')", "v = 'A'", "v <> ANY (array['A', 'B'])" })
	void areWrittenSoThatPostgresPrintsTheSame(String other) {
		leads(other);
	}

	@Test
	void ofManyValuesAreWrittenInLines() {
		String values = IntStream.range(0, 30).mapToObj((i) -> "'STATUS_" + i + "'").collect(Collectors.joining(", "));

		SqlRevisionBody body = leads("v IN (" + values + ")");

		assertThat(body.downgrade()).startsWith("""
				ALTER TABLE t ADD CONSTRAINT ck CHECK (v IN (
				        'STATUS_0', 'STATUS_1', 'STATUS_2', 'STATUS_3', 'STATUS_4', 'STATUS_5', 'STATUS_6',
				        'STATUS_7',""").endsWith("'STATUS_28', 'STATUS_29'));");
		assertThat(body.downgrade().lines()).allMatch((line) -> line.length() <= 100).hasSize(6);
	}

	@Test
	void ofATableThatGoesAreWrittenAsAList() {
		this.database.execute("create table t (v varchar(9) check (v in ('A', 'B')))");
		ProposedChanges found = Comparing.with(this.database, SchemaObjects.none());

		assertThat(SqlRevisionBody.of(found).downgrade()).contains("CHECK (v IN ('A', 'B'))");
		assertThat(JavaRevisionBody.of(found).downgrade()).contains("v IN ('A', 'B')");
	}

	/**
	 * Hibernate writes them without spaces.
	 */
	@Test
	void haveOneFormWhoeverWroteThem() {
		this.database.execute("create table t (v varchar(9), w text, i int)");
		SchemaObjects wanted = Schemas.schema((op) -> op.createTable("t", (t) -> {
			t.column("v", Types.varchar(9));
			t.column("w", Types.text());
			t.column("i", Types.integer());
			t.check("(v in ('A','B,C'))").named("ck_v");
			t.check("w not in ('A','it''s')").named("ck_w");
			t.check("i in (1,20)").named("ck_i");
		}));

		ProposedChanges found = Comparing.with(this.database, wanted);

		assertThat(SqlRevisionBody.of(found).upgrade()).contains("CHECK (v IN ('A', 'B,C'))",
				"CHECK (w NOT IN ('A', 'it''s'))", "CHECK (i IN (1, 20))");
		assertThat(JavaRevisionBody.of(found).upgrade()).contains("\"v IN ('A', 'B,C')\"");
		GeneratedSqlServerTests.run(this.database, found);
		assertThat(Comparing.with(this.database, wanted).isEmpty()).isTrue();
	}

	/**
	 * The words are those for the one type, or the other.
	 */
	@Test
	void ofAColumnThatGetsAnotherTypeAreWrittenAsAList() {
		this.database.execute("create table t (v varchar(9) check (v in ('A', 'B')))");
		SchemaObjects before = read();
		this.database.execute("drop table t; create table t (v text check (v in ('A', 'B')))");
		SchemaObjects wanted = read();

		SqlRevisionBody body = SqlRevisionBody.of(found(before));
		assertThat(body.upgrade()).contains("CHECK (v IN ('A', 'B'))");
		assertThat(body.downgrade()).contains("CHECK (v IN ('A', 'B'))");
		GeneratedSqlServerTests.run(this.database, body.upgrade());
		assertThat(found(before).isEmpty()).isTrue();
		GeneratedSqlServerTests.run(this.database, body.downgrade());
		assertThat(found(wanted).isEmpty()).isTrue();
	}

	/**
	 * Drops the check, and has the downgrade add it again.
	 */
	private SqlRevisionBody leads(String check) {
		this.database.execute(TABLE.formatted(", constraint ck check (" + check + ")"));
		String printed = printed();
		this.database.execute("alter table t drop constraint ck");
		SchemaObjects without = read();
		this.database.execute("alter table t add constraint ck check (" + check + ")");
		SqlRevisionBody body = SqlRevisionBody.of(found(without));

		GeneratedSqlServerTests.run(this.database, body.upgrade());
		assertThat(read()).isEqualTo(without);
		GeneratedSqlServerTests.run(this.database, body.downgrade());

		boolean list = body.downgrade().contains("CHECK (" + check.split(" \\(")[0]);
		// a cast of a whole array does not last
		assertThat(list ? printed() : PrintedExpression.settled(printed())).as(body.downgrade())
			.isEqualTo(list ? printed : PrintedExpression.settled(printed));
		return body;
	}

	private String printed() {
		return String.valueOf(this.database.value("""
				select pg_get_constraintdef(oid) from pg_constraint where conname = 'ck'"""));
	}

	private ProposedChanges found(SchemaObjects wanted) {
		return Comparing.with(this.database, wanted);
	}

	private SchemaObjects read() {
		return MadeSchema.read(this.database, List.of("public", "shop"));
	}

}
