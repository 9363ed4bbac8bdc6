package dev.migrator.dialect;

import java.util.List;

import dev.migrator.testing.Postgres;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Valid statements full of strings, quotes, comments, dollar tags, parentheses and
 * semicolons: as many are found as the server completes.
 */
class StatementCountPropertyTests {

	private static final ServerConnection server = ServerConnection.open(Postgres.newDatabase().dataSource(),
			(notice) -> {
			});

	@BeforeContainer
	static void setUp() {
		server.send("create table target (id int)");
	}

	@AfterContainer
	static void close() {
		server.close();
	}

	@Property(tries = 500)
	void asManyStatementsAreFoundAsTheServerCompletes(@ForAll("scripts") String script) {
		List<SqlStatement> found = SqlStatements.of(script);
		Assume.that(!found.isEmpty());

		assertThat(server.send(script)).isEqualTo(found.size());
	}

	@Property(tries = 200)
	void eachStatementThatIsFoundIsOneForTheServer(@ForAll("scripts") String script) {
		for (SqlStatement statement : SqlStatements.of(script)) {
			assertThat(server.send(statement.in(script))).as(statement.in(script)).isOne();
		}
	}

	@Provide
	Arbitrary<String> scripts() {
		Arbitrary<String> separator = Arbitraries.of(";", ";", " ; ", ";;", ";\n", "\r\n;\r\n", "; -- ;\n", ";/* ; */",
				";/*/*;*/;*/", "; --\r", ";\f\u000B");
		return Combinators.combine(statements(), separator)
			.as((statement, end) -> statement + end)
			.list()
			.ofMaxSize(12)
			.map((statements) -> String.join("", statements));
	}

	private static Arbitrary<String> statements() {
		Arbitrary<String> others = Arbitraries.of("do $$ begin perform 1; end $$",
				"do $a$ begin perform '$$;'; end $a$", "do 'begin perform 1; end'",
				"do language plpgsql E'begin perform \\';\\'; end'",
				"create or replace function pg_temp.f() returns int begin atomic select 1; "
						+ "select case when true then case when true then 2 end end; end",
				"create or replace procedure pg_temp.p(begin int default 1) begin atomic select 1 as end; select 2; end",
				"create or replace function pg_temp.g() returns text language sql return 'a;' || E'\\';'",
				"create or replace rule r as on insert to target do also (select 1; select ';'; delete from target)",
				"create temp table if not exists r (id int)", "with a as (select 1) select ';' from a",
				"values (';'), ($$;$$)", "select", "table pg_catalog.pg_am");
		return Arbitraries.frequencyOf(Tuple.of(5, selects()), Tuple.of(1, others));
	}

	private static Arbitrary<String> selects() {
		Arbitrary<String> item = Arbitraries.of("1", "''", "';'", "'a'';b'", "'C:\\'", "E'\\';'", "e'\\\\'",
				"E'a'\n'\\';'", "E'a' -- ;\n 'b\\';'", "'a'\n';'", "U&'\\0061;'", "U&\"\\0061;\"", "B'10'", "x'1F'",
				"N';'", "$$;'$$", "$a$;$$;$b$ $a$", "$é$--;\n$é$", "$_1$/*$_1$", "1 as \";\"", "1 as \"'\"\"\"",
				"1 as a$b$c", "1 as begin_", "case when true then ';' end", "(select ';')", "((1))", "1.5e-3", "1 - -1",
				"1 --;'\n", "1 /* ; ' $$ */", "2*/*;*/3", "1 as é", "1 as \uD83D\uDE00", "array['{;}']", "'a' = E'\\''",
				"1 as \"begin\"", "1 as \"\"\";\"", "'a'::text", "'{\"a\": \";\"}'::jsonb ? 'a'", "point '(1,2)'",
				"1 as case_", "f.*");
		Arbitrary<String> gap = Arbitraries.of(" ", "\n", "\r", "\t", " /*;*/ ", " --;\n ");
		return Combinators.combine(item.list().ofMinSize(1).ofMaxSize(6), gap)
			.as((items, space) -> "select" + space + String.join(space + "," + space, items) + space
					+ "from (select 1 as a) f, (select 1 as \"a;\") g");
	}

}
