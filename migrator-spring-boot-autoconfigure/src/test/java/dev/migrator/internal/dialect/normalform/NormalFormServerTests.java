package dev.migrator.internal.dialect.normalform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.CatalogReaderServerTests;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.ddl.DirectiveSql;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.EnumDirective.CreateEnum;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.NamedType;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.Exclusion;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.CountingProxy;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("server")
@Tag("oldest")
class NormalFormServerTests {

	private static final IndexKey.Nulls LAST = IndexKey.Nulls.LAST;

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void synonymsOfTypesAreThoseThatTheDatabaseHas() {
		this.database.execute("create table t (a int4, b varchar(5), c timestamptz, d decimal(4), e bool[], f char)");

		assertNormal(table("t", column("a", Types.sql("int4")), column("b", Types.sql("character varying (5)")),
				column("c", Types.named("timestamptz")), column("d", Types.sql("decimal(4)")),
				column("e", Types.sql("bool[]")), column("f", Types.sql("char"))));
	}

	@Test
	void serialIsWhatItStandsFor() {
		this.database.execute("create table t (id serial primary key, big bigserial)");

		assertNormal(table("t", column("id", Types.sql("serial")), column("big", Types.sql("bigserial")))
			.with(new PrimaryKey("t_pkey", List.of("id"), List.of(), Deferral.NOT_DEFERRABLE)));
	}

	@Test
	void defaultsAreSaidAsTheDatabaseSaysThem() {
		this.database.execute(
				"""
						create type status as enum ('A', 'B');
						create sequence numbers;
						create table t (a text default 'x', b varchar(9) default 'x'::text, c timestamptz default current_timestamp,
						    d status default 'A', e numeric default 1 + 1, f int8 default nextval('numbers'), g jsonb default '{}',
						    h date default '2026-01-01', i text default null, j int8 default -1, k text[] default '{}')
						""");

		assertNormal(table("t", column("a", Types.text(), Expression.of("x")),
				column("b", Types.varchar(9), sql("'x'::text")),
				column("c", Types.timestamptz(), sql("CURRENT_TIMESTAMP")),
				column("d", Types.named("status"), sql("cast('A' as status)")),
				column("e", Types.numeric(), sql("(1+1)")), column("f", Types.bigint(), sql("nextval('numbers')")),
				column("g", Types.jsonb(), sql("'{}'")), column("h", Types.date(), sql("date '2026-01-01'")),
				column("i", Types.text(), Expression.of(null)), column("j", Types.bigint(), Expression.of(-1)),
				column("k", Types.array(Types.text()), Expression.of(List.of()))));
	}

	@Test
	void checksAndGeneratedColumnsAreSaidAsTheDatabaseSaysThem() {
		this.database.execute(
				"""
						create table t (status varchar(10), age int, "Full Name" text,
						    doubled int generated always as (age * 2) stored, lowered text generated always as (lower("Full Name")) stored,
						    constraint one check (status in ('A', 'B')), constraint two check (t.age between 0 and 5 or age is null),
						    constraint three check ("Full Name" ~ '^[(]' and status::text <> ')'))
						""");

		assertNormal(table("t", column("status", Types.varchar(10)), column("age", Types.integer()),
				column("Full Name", Types.text()), generated("doubled", Types.integer(), "age*2"),
				generated("lowered", Types.text(), "LOWER((\"Full Name\"))"))
			.with(new Check("one", "(status in ('A','B'))", false))
			.with(new Check("two", "t.age BETWEEN 0 AND 5 OR age IS NULL", false))
			.with(new Check("three", "\"Full Name\" ~ '^[(]' AND cast(status as text) != ')'", false)));
	}

	@Test
	void indexesAndExclusionsAreSaidAsTheDatabaseSaysThem() {
		this.database.execute(
				"""
						create table t (a int, b text, c varchar(5), r int4range,
						    constraint x exclude using gist (r with &&, int4range(a, null) with &&) where (a > 0));
						create unique index i on t (lower(b), (a + 1) desc, c varchar_pattern_ops, a) where a is not null and c <> 'x';
						create index j on t using btree (a desc) with (fillfactor = 70)
						""");
		ObjectName table = ObjectName.of("t");

		assertNormal(table("t", column("a", Types.integer()), column("b", Types.text()), column("c", Types.varchar(5)),
				column("r", Types.builtIn(BuiltIn.INT4RANGE)))
			.with(new Exclusion("x", "gist",
					List.of(new Exclusion.Element(IndexKey.column("r"), "&&"),
							new Exclusion.Element(IndexKey.expression("int4range(a,NULL)"), "&&")),
					"(((a>0)))", Deferral.NOT_DEFERRABLE))
			.with(new Index("i", table,
					List.of(IndexKey.expression("LOWER(b)"),
							new IndexKey(null, "(a+1)", null, null, IndexKey.Order.DESC, IndexKey.Nulls.FIRST),
							new IndexKey("c", null, null, ObjectName.of("varchar_pattern_ops"), null, null),
							new IndexKey("a", null, null, null, IndexKey.Order.ASC, LAST)),
					true, false, "btree", List.of(), "a is not null and c != 'x'", Map.of(), null))
			.with(new Index("j", table, List.of(new IndexKey("a", null, null, null, IndexKey.Order.DESC, null)), false,
					false, null, List.of(), null, Map.of("fillfactor", "70"), null)));
	}

	@Test
	void whatIsNotNullByItselfIs() {
		this.database.execute("create table t (id int primary key, n int generated by default as identity (start 1), "
				+ "code text collate \"C\")");
		Identity identity = new Identity(false, new SequenceOptions(1L, 1L, 1L, null, 1L, false));

		assertNormal(table("t", column("id", Types.integer()),
				new Column("n", Types.integer(), false, null, identity, null, null, ""),
				new Column("code", Types.text(), true, null, null, null, new ObjectName("pg_catalog", "C"), null))
			.with(new PrimaryKey("t_pkey", List.of("id"), List.of(), Deferral.NOT_DEFERRABLE)));
	}

	@Test
	void partitionedAndUnloggedTablesStaySo() {
		this.database.execute(
				"create table p (a int, b date) partition by range (a, (b + 1)); " + "create unlogged table u (a int)");

		assertNormal(new Wanted(
				new Table(ObjectName.of("p"), List.of(column("a", Types.sql("int4")), column("b", Types.date())),
						List.of(), List.of(), false, "range (a,(b+1))", null)));
		assertThat(normal(wanted(new Table(ObjectName.of("u"), List.of(column("a", Types.sql("int4"))), List.of(),
				List.of(), true, null, null)))
			.tables()).singleElement().isEqualTo(read(this.database.dataSource()).tables().get(1));
	}

	@Test
	void foreignKeysAreCarriedOver() {
		ForeignKey key = new ForeignKey("fk", List.of("a"), ObjectName.of("nowhere"), List.of("id"),
				ReferentialAction.CASCADE, ReferentialAction.NO_ACTION, false, Deferral.NOT_DEFERRABLE);

		assertThat(normal(wanted(table("t", column("a", Types.integer())).with(key).table())).tables()
			.get(0)
			.constraints()).containsExactly(key);
	}

	@Test
	void typesAndSequencesThatAreOnlyWantedAreUsed() {
		SchemaObjects wanted = SchemaObjects.of(
				List.of(table("t", column("a", Types.named("status"), sql("'A'::status")),
						column("b", Types.array(Types.named("other.kind")), sql("'{X}'")),
						column("c", Types.bigint(), sql("nextval('numbers')")))
					.with(new Check("k", "a in ('A', 'B')", false))
					.table()),
				List.of(new EnumType(ObjectName.of("status"), List.of("A", "B")),
						new EnumType(ObjectName.of("other.kind"), List.of("X"))),
				List.of(new Sequence(ObjectName.of("numbers"), Types.bigint(),
						new SequenceOptions(1L, 50L, null, null, null, null), null)));

		SchemaObjects normal = normal(wanted);

		assertThat(normal.enums()).isEqualTo(wanted.enums());
		assertThat(normal.sequences()).containsExactly(new Sequence(ObjectName.of("numbers"), null,
				new SequenceOptions(null, 50L, null, null, null, null), null));
		assertThat(normal.tables().get(0).columns()).containsExactly(
				column("a", Types.named("status"), sql("'A'::status")),
				column("b", Types.array(Types.named("other.kind")), sql("'{X}'::other.kind[]")),
				column("c", Types.bigint(), sql("nextval('numbers'::regclass)")));
		assertThat(normal.tables().get(0).constraints())
			.containsExactly(new Check("k", "a = ANY (ARRAY['A'::status, 'B'::status])", false));
		this.database.execute("create schema other");
		create(wanted);
		assertThat(read(this.database.dataSource()))
			.isEqualTo(SchemaObjects.of(normal.tables(), List.of(normal.enums().get(0)), normal.sequences()));
	}

	@Test
	void newValueOfATypeMayBeADefaultAlready() {
		this.database.execute("create type status as enum ('A'); create schema other; "
				+ "create type other.kind as enum ('X'); create table t (a status default 'A', b other.kind default 'X')");
		SchemaObjects wanted = SchemaObjects.of(
				List.of(table("t", column("a", Types.named("status"), Expression.of("NEW")),
						column("b", Types.named("other.kind"), Expression.of("NEW")))
					.table()),
				List.of(new EnumType(ObjectName.of("status"), List.of("A", "NEW")),
						new EnumType(ObjectName.of("other.kind"), List.of("X", "NEW"))),
				List.of());

		assertThat(normal(wanted).tables().get(0).columns()).containsExactly(
				column("a", Types.named("status"), sql("'NEW'::status")),
				column("b", Types.named("other.kind"), sql("'NEW'::other.kind")));
	}

	@Test
	void tablesOfSeveralSchemasAreToldApart() {
		this.database.execute(
				"""
						create schema app; create schema billing; create type app.status as enum ('A'); create type billing.kind as enum ('K');
						create table app.users (id int primary key, status app.status default 'A', constraint c check (id > 0));
						create table billing.users (id bigserial primary key, kind billing.kind default 'K', constraint c check (id > 1));
						create table billing.status (id int);
						create index ix on app.users ((id * 2)); create index ix on billing.users ((id + 1))
						""");
		var dataSource = this.database.newDataSource();
		dataSource.setCurrentSchema("app,public");
		Table app = table("users", column("id", Types.sql("int4")),
				column("status", Types.named("status"), Expression.of("A")))
			.with(new PrimaryKey("users_pkey", List.of("id"), List.of(), Deferral.NOT_DEFERRABLE))
			.with(new Check("c", "users.id>0", false))
			.with(index("ix", "users", "id*2"))
			.table();
		Table billing = table("billing.users", column("id", Types.sql("bigserial")),
				column("kind", Types.named("billing.kind"), Expression.of("K")))
			.with(new PrimaryKey("users_pkey", List.of("id"), List.of(), Deferral.NOT_DEFERRABLE))
			.with(new Check("c", "users.id>1", false))
			.with(index("ix", "billing.users", "id+1"))
			.table();
		Table status = table("billing.status", column("id", Types.sql("int"))).table();

		try (ServerConnection connection = open(dataSource)) {
			SchemaObjects actual = new CatalogReader(connection, Set.of()).read(List.of("app", "billing"));
			SchemaObjects normal = new NormalForm(connection, ServerSchemas.read(connection), actual)
				.of(SchemaObjects.of(List.of(app, billing, status), actual.enums(), List.of()));

			assertThat(normal).isEqualTo(actual);
		}
	}

	@Test
	void roleThatMayCreateNothingButTemporaryTablesIsEnough() {
		String role = "only_reads_" + this.database.name();
		this.database.execute("create role " + role + " login; revoke all on schema public from public; "
				+ "grant usage on schema public to public; create table t (a int4 default 1, check (a in (1, 2)))");
		DataSource dataSource = as(role);

		SchemaObjects normal = normal(dataSource,
				wanted(table("t", column("a", Types.sql("int4"), sql("+1")))
					.with(new Check("t_a_check", "a in (1,2)", false))
					.table()));

		assertThat(normal.tables().get(0).constraints()).isEqualTo(read(dataSource).tables().get(0).constraints());
	}

	@Test
	void roleThatMayNotCreateTemporaryTablesIsToldSo() {
		String role = "no_temp_" + this.database.name();
		this.database.execute("create role " + role + " login; do $$ begin execute format('revoke all on database %I "
				+ "from public; grant connect on database %1$I to public', current_database()); end $$");

		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> normal(as(role), wanted(table("t", column("a", Types.integer())).table())))
			.satisfies((ex) -> assertThat(ex.description()).contains("permission denied to create temporary tables"))
			.satisfies((ex) -> assertThat(ex.action()).contains("GRANT TEMPORARY"));
	}

	@Test
	void nothingIsLeftInTheDatabaseAndInTheSession() {
		this.database.execute("create table t (id serial)");
		CatalogSnapshot before = CatalogSnapshot.of(this.database);
		try (ServerConnection connection = open(this.database.newDataSource())) {
			new NormalForm(connection, ServerSchemas.read(connection), SchemaObjects.none())
				.of(wanted(table("t", column("id", Types.sql("serial"))).table()));

			assertThat(connection.inTransaction()).isFalse();
			assertThat(connection.query("select current_setting('search_path'), pg_my_temp_schema()").get(0).columns())
				.containsExactly("\"$user\", public", "0");
		}
		assertThat(CatalogSnapshot.of(this.database)).isEqualTo(before);
	}

	@Test
	void defaultThatCannotBeIsNamed() {
		assertRefused(table("users", column("id", Types.integer()), column("age", Types.integer(), sql("'x'"))),
				"column \"age\"", """
						PostgreSQL refuses the column "age" of the wanted table users:

						    ALTER TABLE users ADD COLUMN age integer DEFAULT 'x';

						  invalid input syntax for type integer: "x" (SQLSTATE 22P02)""");
	}

	@Test
	void generatedColumnThatCannotBeIsNamed() {
		assertRefused(table("t", generated("b", Types.text(), "a || now()::text"), column("a", Types.text())),
				"column \"b\"", "generation expression is not immutable");
	}

	@Test
	void checkThatCannotBeIsNamed() {
		assertRefused(table("t", column("a", Types.integer())).with(new Check("good", "a > 0", false))
			.with(new Check("bad", "b > 0", false)), "constraint \"bad\"", "column \"b\" does not exist");
	}

	@Test
	void indexThatCannotBeIsNamed() {
		assertRefused(table("t", column("a", Types.integer())).with(index("ix", "t", "lower(a)")), "index \"ix\"",
				"function lower(integer) does not exist");
	}

	@Test
	void typeThatThereIsNotIsNamed() {
		assertRefused(table("t", column("a", Types.sql("inte"))), "column \"a\"", "type \"inte\" does not exist");
	}

	@Test
	void syntaxErrorIsNamed() {
		assertRefused(table("t", column("a", Types.integer())).with(new Check("k", "a >", false)), "constraint \"k\"",
				"syntax error");
	}

	@Test
	void expressionThatEndsTheStatementIsNamed() {
		assertRefused(table("t", column("a", Types.integer())).with(new Check("k", "a > 0); select (1", false)),
				"constraint \"k\"", "closes a parenthesis that it did not open");
	}

	@Test
	void partitionKeyThatCannotBeIsOneOfTheTable() {
		assertRefused(new Wanted(new Table(ObjectName.of("t"), List.of(column("a", Types.integer())), List.of(),
				List.of(), false, "range (b)", null)), "", "column \"b\" named in partition key does not exist");
	}

	@Test
	void refusedTableIsFoundAmongMany() {
		List<Table> tables = new ArrayList<>(
				IntStream.range(0, 250).mapToObj((i) -> table("t" + i, column("a", Types.integer())).table()).toList());
		tables.add(table("u", column("a", Types.text(), sql("nope()"))).table());

		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> normal(wanted(tables.toArray(Table[]::new))))
			.satisfies((ex) -> assertThat(ex.name()).isEqualTo(ObjectName.of("u")));
	}

	@Test
	void hostileNamesStayAsTheyAre() {
		this.database.execute(
				"""
						create type "Or""der" as enum ('a''b');
						create table "select" ("first name" "Or""der" default 'a''b', "migrator scratch 1" int, "a.b" "Or""der"[],
						    constraint "pk ""1"" " primary key ("migrator scratch 1"), constraint "it's" check ("first name" <> 'a''b'));
						create index "migrator scratch 2" on "select" (("migrator scratch 1" + 1))
						""");

		assertNormal(new Wanted(new Table(ObjectName.of("select"),
				List.of(column("first name", Types.sql("\"Or\"\"der\""), Expression.of("a'b")),
						column("migrator scratch 1", Types.sql("int4")),
						column("a.b", Types.array(new NamedType(new ObjectName(null, "Or\"der"))))),
				List.of(new PrimaryKey("pk \"1\" ", List.of("migrator scratch 1"), List.of(), Deferral.NOT_DEFERRABLE),
						new Check("it's", "\"first name\" != 'a''b'", false)),
				List.of(index("migrator scratch 2", "select", "\"migrator scratch 1\"+1")), false, null, null)));
	}

	@Test
	void whatWasReadIsItsOwnNormalForm() {
		this.database.execute(CatalogReaderServerTests.EVERYTHING);
		try (ServerConnection connection = open(this.database.dataSource())) {
			SchemaObjects actual = new CatalogReader(connection, Set.of()).read();

			assertThat(new NormalForm(connection, ServerSchemas.read(connection), actual).of(actual)).isEqualTo(actual);
		}
	}

	@Test
	void thousandTablesFitIntoTheLocksOfTheServer() throws IOException {
		this.database.execute(CatalogReaderServerTests.thousandTables());
		try (CountingProxy proxy = CountingProxy.of(this.database);
				ServerConnection connection = open(proxy.dataSource())) {
			SchemaObjects actual = new CatalogReader(connection, Set.of()).read();
			int before = proxy.queries().size();

			assertThat(new NormalForm(connection, ServerSchemas.read(connection), actual).of(actual)).isEqualTo(actual);
			assertThat(proxy.queries().size() - before).isEqualTo(1 + 5 * 4);
		}
	}

	@Test
	void widestTableIsSaid() {
		Column[] columns = IntStream.rangeClosed(1, 1600)
			.mapToObj((i) -> column("c" + i, Types.sql("int2"), sql("+" + i)))
			.toArray(Column[]::new);

		assertThat(normal(wanted(table("wide", columns).table())).tables().get(0).columns()).hasSize(1600)
			.allMatch((column) -> column.type().equals(Types.smallint()));
	}

	private void assertNormal(Wanted wanted) {
		SchemaObjects actual = read(this.database.dataSource());
		SchemaObjects normal = normal(SchemaObjects.of(List.of(wanted.table()), actual.enums(),
				actual.sequences().stream().filter((sequence) -> sequence.ownedBy() == null).toList()));

		assertThat(normal.tables()).singleElement().isEqualTo(actual.table(wanted.table().name()).orElseThrow());
		assertThat(normal).isEqualTo(SchemaObjects.of(normal.tables(), actual.enums(), actual.sequences()));
		assertThat(normal.tables()).isNotEqualTo(List.of(wanted.table()));
	}

	private void assertRefused(Wanted wanted, String part, String message) {
		assertThatExceptionOfType(DefinitionRefusedException.class).isThrownBy(() -> normal(wanted(wanted.table())))
			.satisfies((ex) -> {
				assertThat(ex.name()).isEqualTo(wanted.table().name());
				assertThat(ex.part()).isEqualTo(part);
				assertThat(ex.description()).contains(message).contains("table " + wanted.table().name());
			});
	}

	private SchemaObjects normal(SchemaObjects wanted) {
		return normal(this.database.dataSource(), wanted);
	}

	private static SchemaObjects normal(DataSource dataSource, SchemaObjects wanted) {
		try (ServerConnection connection = open(dataSource)) {
			SchemaObjects actual = new CatalogReader(connection, Set.of()).read(List.of("public", "other"));
			return new NormalForm(connection, ServerSchemas.read(connection), actual).of(wanted);
		}
	}

	private static SchemaObjects read(DataSource dataSource) {
		try (ServerConnection connection = open(dataSource)) {
			return new CatalogReader(connection, Set.of()).read();
		}
	}

	private void create(SchemaObjects schema) {
		try (ServerConnection connection = open(this.database.dataSource())) {
			schema.enums()
				.forEach((type) -> connection.send(DirectiveSql.inTransaction(new CreateEnum(type)).source().text()));
			schema.sequences()
				.forEach((sequence) -> connection
					.send(DirectiveSql.inTransaction(new CreateSequence(sequence, false)).source().text()));
			schema.tables()
				.forEach((table) -> connection
					.send(DirectiveSql.inTransaction(new CreateTable(table, false)).source().text()));
		}
	}

	private DataSource as(String role) {
		var dataSource = this.database.newDataSource();
		this.database.execute("alter role " + role + " password 'secret'");
		dataSource.setUser(role);
		dataSource.setPassword("secret");
		return dataSource;
	}

	private static ServerConnection open(DataSource dataSource) {
		return ServerConnection.open(dataSource, (notice) -> {
		});
	}

	private static SchemaObjects wanted(Table... tables) {
		return SchemaObjects.of(List.of(tables), List.of(), List.of());
	}

	private static Wanted table(String name, Column... columns) {
		return new Wanted(new Table(ObjectName.of(name), List.of(columns), List.of(), List.of(), false, null, null));
	}

	private static Column column(String name, DataType type) {
		return Column.of(name, type);
	}

	private static Column column(String name, DataType type, @Nullable Expression defaultValue) {
		return new Column(name, type, true, defaultValue, null, null, null, null);
	}

	private static Column generated(String name, DataType type, String expression) {
		return new Column(name, type, true, null, null, new Generated(expression, true), null, null);
	}

	private static Index index(String name, String table, String expression) {
		return new Index(name, ObjectName.of(table), List.of(IndexKey.expression(expression)), false, false, null,
				List.of(), null, Map.of(), null);
	}

	private static SqlExpression sql(String sql) {
		return new SqlExpression(sql);
	}

	/**
	 * A table that grows.
	 */
	private record Wanted(Table table) {

		Wanted with(Constraint constraint) {
			List<Constraint> constraints = new ArrayList<>(this.table.constraints());
			constraints.add(constraint);
			return new Wanted(new Table(this.table.name(), this.table.columns(), constraints, this.table.indexes(),
					false, null, null));
		}

		Wanted with(Index index) {
			List<Index> indexes = new ArrayList<>(this.table.indexes());
			indexes.add(index);
			return new Wanted(new Table(this.table.name(), this.table.columns(), this.table.constraints(), indexes,
					false, null, null));
		}

	}

}
