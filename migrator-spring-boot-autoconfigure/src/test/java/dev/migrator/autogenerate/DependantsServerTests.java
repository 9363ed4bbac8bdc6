package dev.migrator.autogenerate;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.DataType;
import dev.migrator.script.Operations;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.array;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no model has, and stands in the way of a change.
 */
@Tag("server")
class DependantsServerTests {

	private static final String REFUSES = "-- TODO: PostgreSQL refuses this while the object is used by %s;\n"
			+ "-- first drop these, and create them again afterwards, in the downgrade too\n%s";

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void viewIsDroppedAndPutBackWhereATypeChanges() {
		this.database.execute("create table t (a int, b int); create view v as select a from t; "
				+ "create view w as select b from t; insert into t values (1, 2)");
		SchemaObjects wanted = schema((op) -> op.createTable("t", (t) -> {
			t.column("a", bigint());
			t.column("b", integer());
		}));

		SqlRevisionBody body = SqlRevisionBody.of(Comparing.with(this.database, wanted));

		assertThat(withoutTable(body.upgrade())).isEqualTo("""
				-- view v uses t.a, whose type changes; it is dropped here and created again below
				DROP VIEW v;

				ALTER TABLE t ALTER COLUMN a TYPE bigint;

				CREATE VIEW v AS
				 SELECT a
				   FROM t;""");
		assertThat(withoutTable(body.downgrade())).isEqualTo("""
				DROP VIEW v;

				ALTER TABLE t ALTER COLUMN a TYPE integer;

				CREATE VIEW v AS
				 SELECT a
				   FROM t;""");
	}

	/**
	 * With rights, comments, options, indexes and what depends on it in its turn.
	 */
	@ParameterizedTest
	@MethodSource("changes")
	@Tag("oldest")
	void everythingComesBackAsItWas(String column, DataType type) {
		String role = "reader_" + UUID.randomUUID().toString().substring(0, 8);
		send("""
				create role %1$s; create role %1$s_too; create schema reports;
				create table t (id int primary key, a varchar(10), b int, c int generated always as (b + 1) stored);
				insert into t values (1, 'x', 2); grant select on t to %1$s;
				create view v with (security_barrier = true, check_option = local) as select id, a, b from t where b > 0;
				comment on view v is 'it''s a view'; comment on column v.a is 'column';
				grant select on v to public; grant insert, update on v to %1$s_too with grant option;
				grant update (b) on v to public; alter view v owner to %1$s;
				create function touch() returns trigger language plpgsql as 'begin return new; end';
				create trigger instead instead of insert on v for each row execute function touch();
				comment on trigger instead on v is 'of a view';
				create rule quiet as on delete to v do instead nothing;
				create materialized view reports.m as select a, b + 1 as more from v;
				create unique index on reports.m (more); create index on reports.m (upper(a));
				create materialized view reports.empty as select a, b from t with no data;
				create view reports."Last One" as select more::text || a as "a.b" from reports.m;
				create function total() returns bigint begin atomic select sum(b + id) from t where a <> ''; end;
				comment on function total() is 'all'; revoke all on function total() from public;
				grant execute on function total() to %1$s;
				create function lines() returns setof v language sql as 'select * from v';
				create view counted as select total() as total;
				create policy own on t for update to %1$s, public using (b > 0 and a <> '') with check (id < b);
				comment on policy own on t is 'policy'; alter table t enable row level security;
				create trigger watch before update of a, b on t for each row when (new.a <> old.a) execute function touch();
				alter table t disable trigger watch;
				create rule twice as on insert to t where new.b < 0 and new.a = '' do instead nothing;
				alter table t disable rule twice;
				create view grouped as select id, a, b from t group by id;
				create view filled as select id, a, b from t; alter view filled alter column b set default 7;
				create statistics both_values on more, a from reports.m;
				alter materialized view reports.m alter column a set statistics 50;
				alter materialized view reports.m cluster on m_more_idx; comment on index reports.m_more_idx is 'more'
				"""
			.formatted(role));
		CatalogSnapshot before = CatalogSnapshot.of(this.database);
		SchemaObjects wanted = schema((op) -> op.createTable("t", (t) -> {
			t.column("id", integer()).primaryKey();
			t.column("a", column.equals("a") ? type : varchar(10));
			t.column("b", column.equals("b") ? type : integer());
			t.column("c", integer()).generatedAs("b + 1");
		}));

		ProposedChanges differences = Comparing.with(this.database.dataSource(), wanted, ComparisonSettings.DEFAULT);
		SqlRevisionBody body = SqlRevisionBody.of(differences);
		send(body.upgrade());

		assertThat(body.upgrade()).doesNotContain("TODO", "public.")
			.contains("these roles in every database: %1$s, %1$s_too\n".formatted(role), "CREATE STATISTICS",
					"ALTER MATERIALIZED VIEW reports.m CLUSTER ON m_more_idx;",
					"ALTER VIEW filled ALTER COLUMN b SET DEFAULT 7;",
					"ALTER MATERIALIZED VIEW reports.m ALTER COLUMN a SET STATISTICS 50;");
		assertThat(Comparing.with(this.database.dataSource(), wanted, ComparisonSettings.DEFAULT).isEmpty()).isTrue();
		assertThat(
				this.database.column("select grantee from information_schema.role_table_grants where table_name = 'v'"))
			.contains(role + "_too", "PUBLIC");

		send(body.downgrade());

		assertThat(CatalogSnapshot.of(this.database).withoutColumnOrder()).as(body.downgrade())
			.hasToString(before.withoutColumnOrder().toString());
		this.database
			.execute("reassign owned by %1$s to postgres; drop owned by %1$s, %1$s_too; drop role %1$s, %1$s_too"
				.formatted(role));
	}

	/**
	 * As the migrator does: the driver would divide it at each semicolon.
	 */
	private void send(String sql) {
		try (ServerConnection connection = ServerConnection.open(this.database.dataSource(), (notice) -> {
		})) {
			connection.send(sql);
		}
	}

	static Stream<Arguments> changes() {
		return Stream.of(Arguments.of("a", text()), Arguments.of("a", varchar(20)), Arguments.of("b", bigint()));
	}

	/**
	 * One that is grouped by a primary key needs that, and no word of it says so.
	 */
	@Test
	@Tag("oldest")
	void viewComesBackBehindAKeyThatIsBuiltOnline(@TempDir Path folder) {
		this.database.execute("create table t (id int, a int, b int, constraint t_pkey primary key (id)); "
				+ "insert into t values (1, 2, 3); create view v as select id, a, b from t group by id");
		SchemaObjects wanted = schema((op) -> op.createTable("t", (t) -> {
			t.column("id", integer());
			t.column("a", integer());
			t.column("b", integer());
			t.primaryKey("id").include("a").named("t_pkey");
		}));
		List<String> before = OnlineRevisions.lines(this.database);

		OnlineRevisions online = OnlineRevisions
			.of(OnlineChanges.of(Comparing.with(this.database, wanted).changes(), wanted));
		Migrator migrator = online.migrator(this.database, folder);
		migrator.upgrade();

		assertThat(online.second().upgrade()).contains("CONCURRENTLY", "CREATE VIEW v AS");
		assertThat(this.database.value("select a from v")).isEqualTo("2");

		migrator.downgrade("base");

		assertThat(OnlineRevisions.lines(this.database)).as(online.toString()).isEqualTo(before);
	}

	@Test
	@Tag("oldest")
	void whatHappensToSeveralColumnsIsSaidOnce() {
		this.database.execute(
				"create table t (a int, b int, c int); create view v as select a, b, count(*) from t group by a, b; "
						+ "create view w as select a, c from t; create view x as select w.c, v.b from w join v on w.a = v.a");

		assertThat(withoutTable(upgrade((op) -> op.createTable("t", (t) -> {
			t.column("a", bigint());
			t.column("b", bigint());
			t.column("c", integer());
		})))).startsWith("""
				-- view x uses view v and view w, which are created again; it is dropped here and created again below
				DROP VIEW x;

				-- view v uses t.a and t.b, whose types change; it is dropped here and created again below
				DROP VIEW v;

				-- view w uses t.a, whose type changes; it is dropped here and created again below
				DROP VIEW w;
				""");
	}

	@Test
	void whatNeedsMoreThanStaysIsLeftToTheAuthor() {
		this.database.execute("create table t (a int, b int); create view v as select a, b from t; "
				+ "create view w as select a from v; create view x as select a from t");

		assertThat(withoutTable(upgrade((op) -> op.createTable("t", (t) -> t.column("a", bigint()))))).isEqualTo("""
				-- view x uses t.a, whose type changes; it is dropped here and created again below
				DROP VIEW x;

				-- TODO: PostgreSQL refuses this while the object is used by view v;
				-- first drop these, and create them again afterwards, in the downgrade too
				ALTER TABLE t ALTER COLUMN a TYPE bigint;

				CREATE VIEW x AS
				 SELECT a
				   FROM t;

				-- destructive: drops t.b with its data
				-- TODO: PostgreSQL refuses this while the object is used by view v;
				-- first drop these, and create them again afterwards, in the downgrade too
				ALTER TABLE t DROP COLUMN b;""");
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

	/**
	 * What uses a function that would be dropped and put back is of any kind.
	 */
	@Test
	@Tag("oldest")
	void whatKeepsOneFromBeingDroppedIsNamed() {
		this.database.execute("""
				create schema other; create table t (a int); create view v as select a from t;
				create function f(v) returns bigint language sql as 'select 1::bigint';
				create table other.d (x bigint default f(null), check (f(null) > 0));
				create domain other.positive as int check (f(null) > 0)
				""");

		assertThat(upgrade((op) -> op.createTable("t", (t) -> t.column("a", bigint())))).contains("""
				-- TODO: PostgreSQL refuses this while the object is used by constraint d_check on table other.d,\
				 default value for other.d.x, domain constraint positive_check on other.positive;
				-- first drop these, and create them again afterwards, in the downgrade too
				-- function f(v) uses view v, which is created again; it is dropped here and created again below
				DROP FUNCTION f(v);
				""");
	}

	/**
	 * Those of an object that comes back are its own, whatever a new one would get.
	 */
	@Test
	@Tag("oldest")
	void rightsThatANewObjectWouldHaveAreTakenWhereItHadThemNot() {
		String role = "reader_" + UUID.randomUUID().toString().substring(0, 8);
		this.database.execute("""
				create role %1$s; create table t (a int); create view v as select a from t; grant update on v to %1$s;
				alter default privileges in schema public grant select, update on tables to %1$s
				""".formatted(role));

		assertThat(withoutTable(upgrade((op) -> op.createTable("t", (t) -> t.column("a", bigint()))))).isEqualTo("""
				-- view v uses t.a, whose type changes; it is dropped here and created again below;
				-- its owner and privileges need these roles in every database: %1$s
				DROP VIEW v;

				ALTER TABLE t ALTER COLUMN a TYPE bigint;

				CREATE VIEW v AS
				 SELECT a
				   FROM t;
				REVOKE SELECT ON v FROM %1$s;
				GRANT UPDATE ON v TO %1$s;""".formatted(role));
		this.database.execute("drop owned by %1$s; drop role %1$s".formatted(role));
	}

	@Test
	@Tag("oldest")
	void viewOfASequenceAndOfAColumnThatIsCalledAsItsTableAreNamed() {
		this.database.execute("create sequence s; create view v as select last_value from s; "
				+ "create table x (x int, y int); create view w as select x from x");

		assertThat(upgrade((op) -> op.createTable("x", (t) -> t.column("y", integer())))).contains(
				REFUSES.formatted("view w", "ALTER TABLE x DROP COLUMN x;"),
				REFUSES.formatted("view v", "DROP SEQUENCE s;"));
	}

	@Test
	void viewIsPutBackWhereAnEnumIsRebuilt() {
		this.database
			.execute("create type e as enum ('A', 'B'); create table t (a e); create view v as select a from t");

		assertThat(upgrade((op) -> {
			op.createEnum("e", "B", "A");
			op.createTable("t", (t) -> t.column("a", named("e")));
		})).contains("DROP VIEW v;", "CREATE VIEW v AS").doesNotContain("TODO");
	}

	@Test
	@Tag("oldest")
	void whatIsOnATableThatIsNotReadIsLeftToTheAuthor() {
		this.database.execute("""
				create schema other; create table t (a int); create table other.docs (x int);
				create policy own on other.docs using (x in (select a from t));
				create type mood as enum ('A', 'B'); create table parted (m mood) partition by list (m);
				create table part partition of parted for values in ('A');
				create function f() returns trigger language plpgsql as 'begin return new; end';
				create trigger g before insert on parted for each row when (new.m = 'A') execute function f()
				""");

		assertThat(upgrade((op) -> {
			op.createEnum("mood", "A", "B", "C");
			op.createTable("t", (t) -> t.column("a", bigint()));
			op.createTable("parted", (t) -> {
				t.column("m", named("mood"));
				t.partitionBy("LIST (m)");
			});
		})).contains(REFUSES.formatted("policy own on table other.docs", "ALTER TABLE t ALTER COLUMN a TYPE bigint"));
	}

	@Test
	@Tag("oldest")
	void foreignKeyOfAnotherSchemaIsNamedWhereItsKeyGoes() {
		this.database.execute("""
				create schema other; create table t (id int, constraint t_key unique (id));
				create table other.u (t_id int references t (id))
				""");

		assertThat(upgrade((op) -> op.createTable("t", (t) -> t.column("id", integer())))).isEqualTo(
				REFUSES.formatted("constraint u_t_id_fkey on table other.u", "ALTER TABLE t DROP CONSTRAINT t_key;"));
	}

	@Test
	@Tag("oldest")
	void viewIsNotInTheWayOfANewValueButOfItsWayBack() {
		this.database.execute("create type e as enum ('A'); create table t (a e); create view v as select a from t");

		assertThat(upgrade((op) -> {
			op.createEnum("e", "A", "B");
			op.createTable("t", (t) -> t.column("a", named("e")));
		})).isEqualTo("""
				-- TODO: PostgreSQL refuses the downgrade of this while the object is used by view v;
				-- first drop these, and create them again afterwards, in the downgrade
				ALTER TYPE e ADD VALUE 'B';""");
	}

	/**
	 * Columns of the tables that are known go over to the new type by themselves.
	 */
	@Test
	@Tag("oldest")
	void whateverIsMadeOfATypeIsNamedWhereItIsMadeAnew() {
		this.database.execute("""
				create type e as enum ('A', 'B'); create table t (a e, b e[]); create type pair as (one e);
				create schema other; create table other.u (a e); create domain other.d as e;
				create type span as range (subtype = e); create table known (p e) partition by list (p);
				""");

		assertThat(upgrade((op) -> {
			op.createEnum("e", "B", "A");
			op.createTable("t", (t) -> {
				t.column("a", named("e"));
				t.column("b", array(named("e")));
			});
			op.createTable("known", (t) -> {
				t.column("p", named("e"));
				t.partitionBy("LIST (p)");
			});
		})).contains("composite type pair", "table other.u", "type other.d", "type span")
			.doesNotContain("by table t", "table known;");
	}

	@Test
	void viewIsFoundByTheNamesThatTheDatabaseHas() {
		this.database.execute("create table t (a int, \"B\" int); create view v as select \"B\" from t");
		SchemaObjects wanted = schema((op) -> op.createTable("u", (t) -> {
			t.column("a", integer());
			t.column("c", text());
		}));
		ComparisonSettings settings = Comparing.REMOVING_ALL.toBuilder()
			.renames(List.of(Rename.of("t=u"), Rename.of("u.B=u.c")))
			.build();

		assertThat(SqlRevisionBody.of(Comparing.with(this.database.dataSource(), wanted, settings)).upgrade())
			.contains("used by view v;");
	}

	/**
	 * Before 16 the server names the table of each column of a view.
	 */
	private static String withoutTable(String sql) {
		return sql.replace("SELECT t.a", "SELECT a");
	}

	private String upgrade(Consumer<Operations> wanted) {
		return SqlRevisionBody.of(Comparing.with(this.database, schema(wanted))).upgrade();
	}

}
