package dev.migrator.autogenerate;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * How tables, columns, indexes and sequences are kept.
 */
@Tag("server")
@Tag("strength")
class SettingsServerTests {

	private static final String TABLE = """
			create table t (id int not null, a text, b text, constraint t_key unique (id));
			create index ix on t ((b || 'x'), (b || a)); create index ix_a on t (a text_pattern_ops);
			create unique index ux on t (id);
			""";

	private static final String RETYPED = TABLE.replace("a text, b text", "a varchar(9000), b varchar(90)")
		.replace("id int", "id bigint");

	private static final String CHANGED = TABLE.replace("(id));", "(id) include (a));")
		.replace("on t (id)", "on t (id) include (b)")
		.replace("(a text_pattern_ops)", "(a, b)");

	/** All that PostgreSQL keeps of it, the parameters in no order. */
	private static final String STATE = """
			select c.relname || ' ' || c.relpersistence::text || ' ' || c.relreplident::text || ' '
			    || array(select unnest(c.reloptions) order by 1)::text || ' '
			    || coalesce((select array(select unnest(tc.reloptions) order by 1)::text from pg_class tc
			        where tc.oid = c.reltoastrelid), '{}') || ' '
			    || coalesce(i.indisclustered::text || i.indisreplident::text, '')
			from pg_class c left join pg_index i on i.indexrelid = c.oid where c.relnamespace = 'public'::regnamespace
			union all
			select c.relname || '.' || case when c.relkind = 'i' then a.attnum::text else a.attname end || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
			    || a.attstorage::text || a.attcompression::text || coalesce(a.attstattarget::text, '') || array(select unnest(a.attoptions) order by 1)::text
			from pg_class c join pg_attribute a on a.attrelid = c.oid
			where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
			order by 1""";

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase other = Postgres.newDatabase();

	static Stream<String> settings() {
		return Stream.of("""
				alter table t set unlogged; alter table t replica identity full;
				alter table t set (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = off);""", """
				alter table t replica identity nothing; alter table t cluster on t_key;
				alter table t alter a set storage external, alter a set compression pglz, alter a set statistics 0;
				alter index ix set (fillfactor = 60);
				alter index ix_a set (fillfactor = 60, deduplicate_items = off);""", """
				alter table t replica identity using index ux; alter table t cluster on ix_a;
				alter index ix alter 2 set statistics 300; alter index ix alter 1 set statistics 0;""", """
				alter table t replica identity using index t_key; alter index t_key set (fillfactor = 60);
				alter table t alter a set (n_distinct = -0.5, n_distinct_inherited = 5);""");
	}

	static Stream<String> someSettings() {
		return Strength.some(settings());
	}

	@ParameterizedTest
	@MethodSource("settings")
	void isSetAndReset(String setting) {
		leads(TABLE, TABLE + setting);
		leads(TABLE + setting, TABLE);
	}

	@ParameterizedTest
	@MethodSource("someSettings")
	void comesAndGoesWithItsTable(String setting) {
		leads("", TABLE + setting);
		leads(TABLE + setting, "");
	}

	@ParameterizedTest
	@MethodSource("someSettings")
	void comesBackWhereTypesOfColumnsChange(String setting) {
		leads(TABLE + setting, RETYPED + setting);
		leads(RETYPED + setting, TABLE + setting);
		leads(TABLE + setting, RETYPED);
		leads(TABLE, RETYPED + setting);
	}

	@ParameterizedTest
	@MethodSource("someSettings")
	void goesWithTheColumnsThatItIsOf(String setting) {
		leads(TABLE + setting, "create table t (c int)");
		leads("create table t (c int)", TABLE + setting);
	}

	/**
	 * An index that is made anew under its name is another one.
	 */
	@ParameterizedTest
	@MethodSource("someSettings")
	void comesBackWithIndexesThatChange(String setting) {
		leads(TABLE + setting, CHANGED + setting);
		leads(TABLE + setting, CHANGED);
		leads(TABLE, CHANGED + setting);
	}

	@ParameterizedTest
	@MethodSource("someSettings")
	void comesBackWithIndexesThatAreBuiltOnline(String setting, @TempDir Path folder) {
		this.database.become(TABLE + setting);
		List<String> before = state(this.database);
		ProposedChanges changes = Comparing.with(this.database, schemaOf(CHANGED + setting));

		OnlineRevisions revisions = OnlineRevisions.of(OnlineChanges.of(changes.changes(), schemaOf(TABLE + setting)));
		Migrator migrator = revisions.migrator(this.database, folder);
		migrator.upgrade();
		this.other.become(CHANGED + setting);
		assertThat(state(this.database)).as(revisions.toString()).isEqualTo(state(this.other));
		migrator.downgrade("base");
		assertThat(state(this.database)).as(revisions.toString()).isEqualTo(before);
	}

	@ParameterizedTest
	@MethodSource("settings")
	void followsIndexesThatAreRenamed(String setting) {
		String other = (TABLE + setting).replaceAll("\\b(ix|ix_a|ux|t_key)\\b", "$1_now");

		leads(TABLE + setting, other);
		leads(TABLE + setting,
				other.replace("(a text_pattern_ops)", "(a, b)").replace("on t (id)", "on t (id) include (a)"));
	}

	@ParameterizedTest
	@MethodSource("settings")
	void followsTablesAndColumnsThatAreRenamed(String setting) {
		String other = (TABLE + setting).replaceAll("\\bt\\b", "u").replaceAll("\\ba\\b", "c");
		this.database.become(TABLE + setting);
		SchemaObjects wanted = schemaOf(other);

		GeneratedSqlServerTests.run(this.database, Comparing.with(this.database.dataSource(), wanted,
				Comparing.REMOVING_ALL.toBuilder().renames(List.of(Rename.of("t=u"), Rename.of("u.a=u.c"))).build()));

		assertThat(state(this.database)).isEqualTo(state(this.other));
		assertThat(Comparing.with(this.database, wanted).isEmpty()).isTrue();
	}

	@Test
	void comesBackWhereAnEnumIsMadeAnew() {
		String enums = """
				create type mood as enum ('A', 'B'); create table m (mood mood, n int);
				create index ix on m ((mood = 'A')); alter table m cluster on ix;
				alter index ix alter 1 set statistics 300;""";

		leads(enums, enums.replace("('A', 'B')", "('A', 'B', 'C')"));
		leads(enums, enums.replace("('A', 'B')", "('B', 'A')"));
	}

	@ParameterizedTest
	@MethodSource("settings")
	void entitiesLeaveItAsItIs(String setting) {
		this.database.become(TABLE + setting);
		List<String> before = state(this.database);

		assertThat(entities(TABLE).isEmpty()).isTrue();
		SqlRevisionBody body = SqlRevisionBody.of(entities(RETYPED).differences());
		GeneratedSqlServerTests.run(this.database, body.upgrade());
		assertThat(entities(RETYPED).isEmpty()).isTrue();
		this.other.become(RETYPED + setting);
		assertThat(state(this.database)).isEqualTo(state(this.other));
		GeneratedSqlServerTests.run(this.database, Objects.requireNonNull(body.downgrade()));
		assertThat(state(this.database)).isEqualTo(before);
	}

	@Test
	void onlyWhatDiffersIsSet() {
		leads(TABLE + "alter table t set (fillfactor = 70, autovacuum_enabled = false); alter table t cluster on ix_a",
				TABLE + "alter table t set (fillfactor = 80, autovacuum_enabled = false); alter table t cluster on ux",
				"""
						ALTER TABLE t CLUSTER ON ux;

						ALTER TABLE t SET (fillfactor = 80);""", """
						ALTER TABLE t SET (fillfactor = 70);

						ALTER TABLE t CLUSTER ON ix_a;""");
	}

	/**
	 * What is logged references only what is logged.
	 */
	@Test
	void tablesAreUnloggedInTheOrderInWhichTheyReferenceEachOther() {
		String tables = """
				create table a (id int primary key); create table b (id int primary key references a);
				create table c (id int primary key references b); create table s (id int primary key references s);""";

		leads(tables, tables.replace("table", "unlogged table"));
		leads(tables.replace("table", "unlogged table"), tables);
		leads(tables.replace("table", "unlogged table"), tables + "create table d (id int references c)");
		leads(tables + "create table d (id int references c)", tables.replace("table", "unlogged table"));
		leads(tables.replace("table c", "unlogged table c"), tables.replace("table", "unlogged table"));
		leads(tables + "alter table c add n int references a",
				tables.replace("references b", "").replace("table b", "unlogged table b") + "alter table c add n int");
	}

	@Test
	void truthHasManyNames() {
		this.database.become(TABLE + "alter table t set (autovacuum_enabled = off)");

		assertThat(Comparing.with(this.database, schemaOf(TABLE + "alter table t set (autovacuum_enabled = false)"))
			.isEmpty()).isTrue();
	}

	@Test
	void sequence() {
		assumeTrue(Postgres.majorVersion() >= 15, "UNLOGGED of sequences");

		leads("create sequence s", "create unlogged sequence s", "ALTER SEQUENCE s SET UNLOGGED;",
				"ALTER SEQUENCE s SET LOGGED;");
		leads("create unlogged sequence s", "create sequence s");
		leads("", "create unlogged sequence s");
		leads("create unlogged sequence s", "");
	}

	/**
	 * A sequence is logged, or not, with the table that it belongs to.
	 */
	@Test
	void sequenceFollowsItsTable() {
		assumeTrue(Postgres.majorVersion() >= 15, "UNLOGGED of sequences");

		leads("create table t (id serial)", "create unlogged table t (id serial)", """
				-- PostgreSQL rewrites the table here; no other session can read or write it meanwhile;
				-- from now on the table is empty after a crash, and on a standby
				ALTER TABLE t SET UNLOGGED;""",
				"""
						-- PostgreSQL rewrites the table here and writes all of it to the WAL; no other session can read or write it meanwhile
						ALTER TABLE t SET LOGGED;""");
		leads("create unlogged table t (id serial)", "create table t (id serial)");
		leads("", "create unlogged table t (id serial)");
		leads("create unlogged table t (id serial)", "");
	}

	private void leads(String from, String to, String upgrade, String downgrade) {
		SqlRevisionBody body = leads(from, to);

		assertThat(body.upgrade()).isEqualTo(upgrade);
		assertThat(body.downgrade()).isEqualTo(downgrade);
	}

	private SqlRevisionBody leads(String from, String to) {
		this.database.become(from);
		List<String> before = state(this.database);
		SchemaObjects wanted = schemaOf(to);

		SqlRevisionBody body = SqlRevisionBody.of(Comparing.with(this.database, wanted));
		GeneratedSqlServerTests.run(this.database, body.upgrade());
		assertThat(state(this.database)).as(body.upgrade()).isEqualTo(state(this.other));
		assertThat(Comparing.with(this.database, wanted).isEmpty()).isTrue();

		GeneratedSqlServerTests.run(this.database, Objects.requireNonNull(body.downgrade()));
		assertThat(state(this.database)).as(body.downgrade()).isEqualTo(before);
		return body;
	}

	private static List<String> state(TestDatabase database) {
		return database.column(STATE)
			.stream()
			.map(String::valueOf)
			.filter((line) -> !line.startsWith("migrator_"))
			.toList();
	}

	private SchemaObjects schemaOf(String sql) {
		return MadeSchema.of(this.other, sql);
	}

	private ModelDifferences entities(String sql) {
		return Comparing.model(this.database, Comparing.ofEntities(schemaOf(sql)), ComparisonSettings.DEFAULT);
	}

}
