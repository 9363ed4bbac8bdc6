package dev.migrator.internal.autogenerate.schemafile;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.AcceptedDifferences;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.Rename;
import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.autogenerate.comparison.ModelComparison;
import dev.migrator.internal.autogenerate.revision.RevisionTrial;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.autogenerate.revision.TriedRevision;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Views, routines, triggers and other objects of a file, from what was to what is wanted
 * and back.
 */
@Tag("server")
class ObjectsOfFileServerTests {

	private static final String TABLE = "create table t (id int primary key, a varchar(10), b int);\n";

	private static final ComparisonSettings REMOVING_ALL = ComparisonSettings.builder()
		.removals(EnumSet.complementOf(EnumSet.of(Droppable.NONE)))
		.build();

	private final TestDatabase database = Postgres.newDatabase();

	@ParameterizedTest
	@ValueSource(strings = { "create view v as select a, b from t",
			"create view v with (security_barrier = true) as select a from t; comment on view v is 'it''s'; "
					+ "comment on column v.a is 'b'; alter view v alter column a set default 'x'",
			"create materialized view m as select a, b from t; create unique index on m (a); create index i on m (b)",
			"create function f(x int) returns int language sql as 'select x + 1'; comment on function f is 'one more'",
			"create procedure p(x int) language plpgsql as 'begin delete from t where id = x; end'",
			"create function f() returns trigger language plpgsql as 'begin return new; end'; "
					+ "create trigger \"It's\" before insert on t for each row execute function f(); "
					+ "alter table t disable trigger \"It's\"; comment on trigger \"It's\" on t is 'c'",
			"create rule r as on delete to t do instead nothing",
			"create policy p on t for update to public using (b > 0) with check (a <> ''); comment on policy p on t is 'c'; "
					+ "alter table t enable row level security; alter table t force row level security" })
	@Tag("oldest")
	void addedAndRemoved(String objects) {
		converges(TABLE, TABLE + objects);
		this.database.become(TABLE + objects);
		assertThat(converges(null, TABLE).differences().described())
			.allMatch((line) -> line.startsWith("Detected removed "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "create view v as select a from t|create view v as select a, b from t",
			"create view v as select a, b from t|create view v as select a from t",
			"create view v as select b from t|create view v as select a as b from t",
			"create view v as select a from t|create view v as select a from t where b > 0",
			"create view v as select a from t|create view v with (security_barrier) as select a from t",
			"create view v as select a from t|create materialized view v as select a from t",
			"create view v as select a from t; comment on view v is 'x'|create view v as select a from t; comment on view v is 'y'",
			"create view v as select a from t; create view w as select a from v|create view v as select a, b from t; create view w as select a, b from v",
			"create view v as select a, b from t; create view w as select a from v|create view v as select a from t; create view w as select a from v",
			"create materialized view m as select a from t; create index i on m (a); comment on index i is 'x'|"
					+ "create materialized view m as select a from t; create unique index i on m (a); create index j on m (a)",
			"create materialized view m as select a from t; create index i on m (a)|create materialized view m as select b as a from t; create index i on m (a)",
			"create function f(x int) returns int language sql as 'select 1'|create function f(x int) returns int language sql immutable as 'select 2'",
			"create function f(x int) returns int language sql as 'select 1'|create function f(y int) returns int language sql as 'select 1'",
			"create function f(x int) returns int language sql as 'select 1'|create function f(x int, y int default 2) returns int language sql as 'select 1'",
			"create function f(x int default 1) returns int language sql as 'select 1'|create function f(x int) returns int language sql as 'select 1'",
			"create function f(x int) returns int language sql as 'select 1'; create view v as select f(b) as c from t|"
					+ "create function f(x int) returns bigint language sql as 'select 1::bigint'; create view v as select f(b) as c from t",
			"create function f(x int) returns int language sql as 'select 1'|create procedure f(x int) language sql as 'select 1'",
			"create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger g before insert on t execute function f()|"
					+ "create function f() returns trigger language plpgsql as 'begin return null; end'; create trigger g after insert on t execute function f()",
			"create policy p on t using (b > 0); alter table t enable row level security|create policy p on t using (b > 1)",
			"create policy p on t using (b > 0)|create policy p on t to public with check (b > 0); alter table t enable row level security; alter table t force row level security",
			"create rule r as on delete to t do instead nothing|create rule r as on delete to t where old.b > 0 do instead nothing" })
	@Tag("oldest")
	void changed(String objects) {
		String[] both = objects.split("\\|");
		ModelDifferences found = converges(TABLE + both[0], TABLE + both[1]);
		assertThat(found.differences().described()).isNotEmpty();
		this.database.become(TABLE + both[1]);
		converges(null, TABLE + both[0]);
	}

	/**
	 * The policy on the table needs the function of the new schema.
	 */
	@Test
	void schemaThatHasOnlyARoutineIsCreatedBefore() {
		ModelDifferences found = converges(TABLE,
				TABLE + "create schema app; create function app.mine() returns boolean language sql as 'select true'; "
						+ "create policy p on t using (app.mine())");

		assertThat(found.differences().described()).first().isEqualTo("Detected added schema 'app'");
	}

	@Test
	void revisionIsTriedWithRowSecurity() {
		this.database.become(TABLE + "alter table t enable row level security; create policy p on t using (b > 0); "
				+ "create view v as select a from t");
		String file = TABLE + "alter table t enable row level security; alter table t force row level security; "
				+ "create policy p on t using (b > 1); create view v as select a, b from t";
		ModelDifferences found = compare(file, REMOVING_ALL);

		assertThat(new RevisionTrial(ServerLogin::of, "UTC", new ModelComparison(REMOVING_ALL, List.of()))
			.of(this.database.newDataSource(), List.of(new TriedRevision(found.differences().changes(), true)), found)
			.lines())
			.containsExactly("Tried in a scratch database: the upgrade and the downgrade, with rows in 1 of 1 table");
	}

	@Test
	void otherWordsAreNoDifference() {
		this.database.become("create table t (id int primary key, a varchar(10), b int); "
				+ "create view v as select t.a, t.b from public.t where (t.b in (1, 2)); "
				+ "create function f(integer) returns integer as $x$select 1$x$ language sql");

		assertThat(compare(TABLE + "create view v(a, b) as select a, b from t x where b = any (array[1, 2]);"
				+ "create or replace function public.f(int4) returns int4 language 'sql' volatile as 'select 1'",
				REMOVING_ALL)
			.differences()
			.described()).containsExactly("Detected changed view 'v'");
		assertThat(compare(TABLE + "create view v(a, b) as select a, b from t where b = any (array[1, 2]);"
				+ "create or replace function public.f(int4) returns int4 language 'sql' volatile as 'select 1'",
				REMOVING_ALL)
			.differences()
			.isEmpty()).isTrue();
	}

	@Test
	@Tag("oldest")
	void chainIsCreatedAndDroppedInTheOrderOfWhatNeedsWhat() {
		String chain = """
				create function one(x int) returns int language sql immutable as 'select x + 1';
				create function all_of(x int) returns int language sql immutable as 'select one(x)';
				create table s (id int default one(1) check (one(id) > 0), n int generated always as (one(1)) stored);
				create index i on s (one(n));
				create view z as select all_of(b) as c from t;
				create view a as select c from z;
				create materialized view m as select c from a with no data;
				""";

		assertThat(converges(TABLE, TABLE + chain).differences().described()).contains("Detected added view 'a'",
				"Detected added function 'one(integer)'", "Detected added materialized view 'm'");
		this.database.become(TABLE + chain);
		converges(null, TABLE + chain.replace("one(x int)", "one(y int)").replace("select x +", "select y +"));
		this.database.become(TABLE + chain);
		converges(null, TABLE);
	}

	@Test
	@Tag("oldest")
	void hostileNamesAndBodies() {
		String hostile = """
				create schema "Ä'b";
				create table "Ä'b"."t ""1" ("c'd" int);
				create view "Ä'b"."v $x$" as select "c'd" as "e""f", '$x$ ''it''; --' as g from "Ä'b"."t ""1";
				comment on view "Ä'b"."v $x$" is '$$ it''s \\ über';
				create function "a'b"("x y" text default 'it''s', variadic z int[] default '{}') returns text language sql
				  as $x$select 'it''s $$ \\ ü' || "x y" || $y$; -- migrator:downgrade$y$$x$;
				create function tell() returns trigger language plpgsql as $x$begin raise notice '%', $y$it's$y$; return new; end$x$;
				create trigger "t'""r" before insert on "Ä'b"."t ""1" for each row when (new."c'd" > 0) execute function tell('it''s');
				create policy "p'\""" on "Ä'b"."t ""1" using ("c'd" > 0)
				""";

		converges("create table o ()", "create table o ();" + hostile);
		this.database.become("create table o ();" + hostile);
		converges(null, "create table o ();" + hostile.replace("it''s", "it''s not").replace("> 0", "> 1"));
	}

	@Test
	void viewOverAColumnThatChangesItsTypeComesBackWithItsRights() {
		String role = "reader_" + this.database.value("select current_database()");
		String objects = "create view v as select a, b + 1 as c from t; create view w as select c from v; comment on view w is 'w'";
		this.database.become(TABLE + objects + "; create role " + role + "; grant select on v to " + role
				+ "; grant select (c) on w to " + role);

		ModelDifferences found = converges(null, TABLE.replace("b int", "b bigint") + objects);

		String upgrade = SqlRevisionBody.of(found.differences()).upgrade();
		assertThat(upgrade).doesNotContain("TODO").contains("GRANT SELECT ON v TO " + role, "GRANT SELECT (c) ON w TO");
		this.database.execute("drop owned by %1$s; drop role %1$s".formatted(role));
	}

	@Test
	void whatOnlyTheDatabaseHasIsLeftAndListed() {
		this.database.become(TABLE + "create view v as select a from t; create view only_there as select b from t; "
				+ "create function f() returns int language sql as 'select 1'; create policy p on t using (true)");

		ModelDifferences found = compare(TABLE + "create view v as select a from t", ComparisonSettings.DEFAULT);

		assertThat(found.differences().isEmpty()).isTrue();
		assertThat(found.uncompared()).map((object) -> object.kind() + " " + object.identity())
			.containsExactly("function f()", "policy p on t", "view only_there");
	}

	@Test
	void materializedViewThatWasFilledIsNoDifference() {
		String file = TABLE + "create materialized view m as select a from t with no data";
		this.database.become(file);
		this.database.execute("refresh materialized view m");

		assertThat(compare(file, REMOVING_ALL).differences().isEmpty()).isTrue();
	}

	@Test
	void acceptedDifferencesAreLeftOut() {
		this.database.become(TABLE + "create view v as select a from t; create view gone as select a from t");
		ComparisonSettings accepting = REMOVING_ALL.toBuilder()
			.accepted(new AcceptedDifferences("f",
					List.of("Detected changed view 'v'", "Detected added view 'w'", "Detected removed view 'gone'",
							"Detected added view 'x'"),
					List.of(), List.of()))
			.build();

		ModelDifferences found = compare(TABLE + "create view v as select b from t; create view w as select a from t",
				accepting);

		assertThat(found.differences().described()).isEmpty();
		assertThat(found.accepted().lines()).hasSize(3);
		assertThat(found.accepted().obsolete()).containsExactly("Detected added view 'x'");
	}

	@Test
	void renamedTableKeepsWhatIsOnIt() {
		String objects = "create view v as select a, b from t; create policy p on t using (b > 0); "
				+ "create view w as select a from v; ";
		this.database.become(TABLE + objects);
		ComparisonSettings renaming = REMOVING_ALL.toBuilder().renames(List.of(Rename.of("t=u"))).build();

		converges(null, TABLE.replace(" t ", " u ").replace("id int primary", "id int constraint t_pkey primary")
				+ objects.replace(" t", " u"), renaming);
	}

	/**
	 * Compares, and goes up, down and up.
	 */
	private ModelDifferences converges(String was, String wanted) {
		return converges(was, wanted, REMOVING_ALL);
	}

	private ModelDifferences converges(String was, String wanted, ComparisonSettings settings) {
		if (was != null) {
			this.database.become(was);
		}
		CatalogSnapshot before = CatalogSnapshot.of(this.database).withoutColumnOrder();
		ModelDifferences found = compare(wanted, settings);
		SqlRevisionBody body = SqlRevisionBody.of(found.differences());
		String both = body.upgrade() + "\n-- downgrade\n" + body.downgrade();

		send(body.upgrade());
		assertThat(compare(wanted, REMOVING_ALL).differences().described()).as(both).isEmpty();
		CatalogSnapshot after = CatalogSnapshot.of(this.database).withoutColumnOrder();
		send(body.downgrade());
		assertThat(CatalogSnapshot.of(this.database).withoutColumnOrder()).as(both).hasToString(before.toString());
		send(body.upgrade());
		assertThat(CatalogSnapshot.of(this.database).withoutColumnOrder()).as(both).hasToString(after.toString());
		return found;
	}

	private ModelDifferences compare(String file, ComparisonSettings settings) {
		WantedModel model = new SchemaFile("db/schema.sql",
				() -> new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)), this.database::newDataSource,
				ServerLogin::of, "UTC")
			.read(new TargetServer(Postgres.majorVersion(), 0, "public"));
		try (ServerConnection connection = ServerConnection.open(this.database.dataSource(), (notice) -> {
		})) {
			return new ModelComparison(settings, List.of()).compare(connection, model, Set.of());
		}
	}

	private void send(String sql) {
		try (ServerConnection connection = ServerConnection.open(this.database.dataSource(), (notice) -> {
		})) {
			connection.send(sql);
		}
	}

}
