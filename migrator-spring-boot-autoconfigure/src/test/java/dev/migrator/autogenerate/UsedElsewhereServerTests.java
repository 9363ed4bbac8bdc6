package dev.migrator.autogenerate;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.schema.object.SchemaObjects;
import dev.migrator.script.Operations;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no model has, and stands in the way of a change.
 */
@Tag("server")
class UsedElsewhereServerTests {

	private static final String REFUSES = "-- TODO: PostgreSQL refuses this while it is used by %s;\n"
			+ "-- drop that before and create it again behind, in the downgrade too\n%s";

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void viewIsNamedWhereATypeChanges() {
		this.database
			.execute("create schema reports; create table t (a int, b int); create view reports.v as select a from t; "
					+ "create materialized view m as select a + 1 as c from t; create view w as select b from t");

		assertThat(upgrade((op) -> op.createTable("t", (t) -> {
			t.column("a", bigint());
			t.column("b", integer()).notNull();
		}))).contains(
				REFUSES.formatted("materialized view m, view reports.v", "ALTER TABLE t ALTER COLUMN a TYPE bigint"))
			.doesNotContain("view w");
	}

	@Test
	void scriptRunsOnceTheViewIsDroppedAndCreatedAgain() {
		this.database.execute("create table t (a int); create view v as select a from t");
		SchemaObjects wanted = schema((op) -> op.createTable("t", (t) -> t.column("a", bigint())));
		String upgrade = SqlRevisionBody.of(Comparing.with(this.database, wanted)).upgrade();

		GeneratedSqlServerTests.run(this.database, "drop view v;\n" + upgrade + "\ncreate view v as select a from t");

		assertThat(Comparing.with(this.database, wanted).isEmpty()).isTrue();
	}

	@Test
	void policyTriggerAndFunctionAreNamedWhereAColumnGoes() {
		this.database.execute("""
				create table t (a int, b int); create policy p on t using (b > 0);
				create function f() returns trigger language plpgsql as 'begin return new; end';
				create trigger g before update of b on t for each row execute function f();
				create function h() returns bigint begin atomic select sum(b) from t; end
				""");

		assertThat(upgrade((op) -> op.createTable("t", (t) -> t.column("a", integer())))).contains(
				"used by function h(), policy p on table t, trigger g on table t;",
				"-- destructive: drops t.b with its data");
	}

	@Test
	void viewAndForeignKeyOfAnotherSchemaAreNamedWhereATableGoes() {
		this.database.execute("""
				create schema other; create table t (id int primary key); create table other.u (t_id int references t);
				create table v (t_id int references t); create policy p on t using (id > 0);
				create function f() returns trigger language plpgsql as 'begin return new; end';
				create trigger g before update of id on t for each row execute function f();
				create view w as select id from t
				""");

		assertThat(upgrade((op) -> op.createTable("v", (t) -> t.column("t_id", integer()))))
			.contains(REFUSES.formatted("constraint u_t_id_fkey on table other.u, view w", "DROP TABLE t;"));
	}

	@Test
	void viewIsNamedWhereAnEnumIsRebuilt() {
		this.database
			.execute("create type e as enum ('A', 'B'); create table t (a e); create view v as select a from t");

		assertThat(upgrade((op) -> {
			op.createEnum("e", "B", "A");
			op.createTable("t", (t) -> t.column("a", named("e")));
		})).contains("used by view v;");
	}

	@Test
	void viewIsFoundByTheNamesThatTheDatabaseHas() {
		this.database.execute("create table t (a int, \"B\" int); create view v as select \"B\" from t");
		SchemaObjects wanted = schema((op) -> op.createTable("u", (t) -> {
			t.column("a", integer());
			t.column("c", text());
		}));
		ComparisonSettings settings = Comparing.REMOVING_ALL
			.withRenames(List.of(Rename.of("t=u"), Rename.of("u.B=u.c")));

		assertThat(SqlRevisionBody.of(Comparing.with(this.database.dataSource(), wanted, settings)).upgrade())
			.contains("used by view v;");
	}

	private String upgrade(Consumer<Operations> wanted) {
		return SqlRevisionBody.of(Comparing.with(this.database, schema(wanted))).upgrade();
	}

}
