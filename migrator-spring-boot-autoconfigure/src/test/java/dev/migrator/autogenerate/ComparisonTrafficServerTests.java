package dev.migrator.autogenerate;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.script.Operations;
import dev.migrator.testing.CountingProxy;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.sql;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a comparison asks the server, and what it can take.
 */
@Tag("server")
class ComparisonTrafficServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	@AfterEach
	void dropDatabase() {
		Postgres.drop(this.database);
	}

	@Test
	void sixMessagesTellThatNothingDiffers() throws IOException {
		this.database.execute(
				"do $$ begin for i in 100..499 loop execute format('create table t%s (id bigint)', i); end loop; end $$");

		assertThat(queries((op) -> IntStream.range(100, 500)
			.forEach((i) -> op.createTable("t" + i, (t) -> t.column("id", bigint()))), 0))
			.containsExactly("select", "BEGIN", "select", "select", "select", "ROLLBACK");
	}

	@Test
	void fourMoreTellThatTwoHundredTablesAreTheSameInOtherWords() throws IOException {
		this.database.execute(
				"""
						create type mood as enum ('A');
						do $$ begin for i in 100..299 loop
						    execute format('create table t%s (id serial, a varchar(9) default ''x'' check (a in (''x'', ''y'')), b mood)', i);
						    end loop; end $$
						""");

		List<String> queries = queries((op) -> {
			op.createEnum("mood", "A");
			IntStream.range(100, 300).forEach((i) -> op.createTable("t" + i, (t) -> {
				t.column("id", sql("serial"));
				t.column("a", varchar(9)).defaultSql("'x'").check("a in ('x', 'y')");
				t.column("b", sql("mood"));
			}));
		}, 0);

		assertThat(queries).hasSize(6 + 4).filteredOn("select"::equals).hasSize(6);
	}

	@Test
	void oneMoreLooksForWhatIsInTheWay() throws IOException {
		this.database.execute("create table t (a int, b int, c int)");

		assertThat(queries((op) -> op.createTable("t", (t) -> t.column("a", bigint())), 3))
			.filteredOn((query) -> query.equals("select") || query.equals("with"))
			.hasSize(7);
	}

	@Test
	void chainOfAThousandForeignKeys() {
		SchemaObjects wanted = schema((op) -> IntStream.range(0, 1000).forEach((i) -> op.createTable("t" + i, (t) -> {
			t.column("id", sql("int4")).primaryKey();
			if (i < 999) {
				t.column("next", integer()).references("t" + (i + 1), "id");
			}
		})));

		GeneratedSqlServerTests.run(this.database, Comparing.with(this.database, wanted));

		assertThat(Comparing.with(this.database, wanted).isEmpty()).isTrue();
	}

	@Test
	void tableOfSixteenHundredColumns() {
		SchemaObjects wanted = schema((op) -> op.createTable("wide",
				(t) -> IntStream.range(0, 1600).forEach((i) -> t.column("c" + i, sql("int2")).defaultSql("+" + i))));

		GeneratedSqlServerTests.run(this.database, Comparing.with(this.database, wanted));

		assertThat(Comparing.with(this.database, wanted).isEmpty()).isTrue();
	}

	@Test
	@Tag("strength")
	void partitionsAreNotRead() throws IOException {
		this.database.execute("create table p (id int, a text default 'x') partition by list (id)");
		for (int i = 0; i < Strength.of(1000, 5000); i += 500) {
			this.database.execute(
					"do $$ begin for i in %d..%d loop execute format('create table p%%s partition of p for values in (%%s)', i, i); end loop; end $$"
						.formatted(i, i + 499));
		}

		assertThat(queries((op) -> op.createTable("p", (t) -> {
			t.column("id", integer());
			t.column("a", text()).defaultSql("'x'::text");
		}), 0)).hasSize(6);
	}

	private List<String> queries(Consumer<Operations> model, int differences) throws IOException {
		try (CountingProxy proxy = CountingProxy.of(this.database)) {
			assertThat(Comparing.with(proxy.dataSource(), schema(model), Comparing.REMOVING_ALL).detected())
				.hasSize(differences);
			return proxy.queries()
				.stream()
				.filter((query) -> !query.startsWith("SET application_name"))
				.map((query) -> query.substring(0, (query + " ").indexOf(' ')))
				.toList();
		}
	}

}
