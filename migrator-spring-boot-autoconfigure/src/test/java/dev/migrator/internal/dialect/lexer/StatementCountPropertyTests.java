package dev.migrator.internal.dialect.lexer;

import java.util.List;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Strength;
import dev.migrator.testing.property.ForAll;
import dev.migrator.testing.property.Generator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Valid statements full of strings, quotes, comments, dollar tags, parentheses and
 * semicolons: as many are found as the server completes.
 */
@Tag("strength")
class StatementCountPropertyTests {

	private static final ServerConnection server = ServerConnection.open(Postgres.newDatabase().dataSource(),
			(notice) -> {
			});

	@BeforeAll
	static void setUp() {
		server.send("create table target (id int)");
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void asManyStatementsAreFoundAsTheServerCompletes() {
		ForAll.of(scripts()).tries(Strength.of(500, 2000)).check((script) -> {
			List<SqlStatement> found = SqlStatements.of(script);
			assumeTrue(!found.isEmpty());

			assertThat(server.send(script)).isEqualTo(found.size());
		});
	}

	@Test
	void eachStatementThatIsFoundIsOneForTheServer() {
		ForAll.of(scripts()).tries(Strength.of(200, 1000)).check((script) -> {
			for (SqlStatement statement : SqlStatements.of(script)) {
				assertThat(server.send(statement.in(script))).as(statement.in(script)).isOne();
			}
		});
	}

	private static Generator<String> scripts() {
		Generator<String> separator = Generator.of(";", ";", " ; ", ";;", ";\n", "\r\n;\r\n", "; -- ;\n", ";/* ; */",
				";/*/*;*/;*/", "; --\r", ";\f\u000B");
		Generator<String> statements = statements();
		Generator<String> ended = (random) -> statements.next(random) + separator.next(random);
		return ended.list(0, 12).map((parts) -> String.join("", parts));
	}

	private static Generator<String> statements() {
		Generator<String> others = Generator.of("do $$ begin perform 1; end $$", "do $a$ begin perform '$$;'; end $a$",
				"do 'begin perform 1; end'", "do language plpgsql E'begin perform \\';\\'; end'",
				"create or replace function pg_temp.f() returns int begin atomic select 1; "
						+ "select case when true then case when true then 2 end end; end",
				"create or replace procedure pg_temp.p(begin int default 1) begin atomic select 1 as end; select 2; end",
				"create or replace function pg_temp.g() returns text language sql return 'a;' || E'\\';'",
				"create or replace rule r as on insert to target do also (select 1; select ';'; delete from target)",
				"create temp table if not exists r (id int)", "with a as (select 1) select ';' from a",
				"values (';'), ($$;$$)", "select", "table pg_catalog.pg_am");
		Generator<String> selects = selects();
		return (random) -> (random.oneIn(6) ? others : selects).next(random);
	}

	private static Generator<String> selects() {
		Generator<String> item = Generator.of("1", "''", "';'", "'a'';b'", "'C:\\'", "E'\\';'", "e'\\\\'",
				"E'a'\n'\\';'", "E'a' -- ;\n 'b\\';'", "'a'\n';'", "U&'\\0061;'", "U&\"\\0061;\"", "B'10'", "x'1F'",
				"N';'", "$$;'$$", "$a$;$$;$b$ $a$", "$é$--;\n$é$", "$_1$/*$_1$", "1 as \";\"", "1 as \"'\"\"\"",
				"1 as a$b$c", "1 as begin_", "case when true then ';' end", "(select ';')", "((1))", "1.5e-3", "1 - -1",
				"1 --;'\n", "1 /* ; ' $$ */", "2*/*;*/3", "1 as é", "1 as \uD83D\uDE00", "array['{;}']", "'a' = E'\\''",
				"1 as \"begin\"", "1 as \"\"\";\"", "'a'::text", "'{\"a\": \";\"}'::jsonb ? 'a'", "point '(1,2)'",
				"1 as case_", "f.*");
		Generator<String> gap = Generator.of(" ", "\n", "\r", "\t", " /*;*/ ", " --;\n ");
		Generator<List<String>> items = item.list(1, 6);
		return (random) -> {
			String space = gap.next(random);
			return "select" + space + String.join(space + "," + space, items.next(random)) + space
					+ "from (select 1 as a) f, (select 1 as \"a;\") g";
		};
	}

}
