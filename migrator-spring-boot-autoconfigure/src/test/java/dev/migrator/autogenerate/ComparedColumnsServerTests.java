package dev.migrator.autogenerate;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.autogenerate.comparison.ModelComparison;
import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.testing.CountingProxy;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that PostgreSQL knows of a schema is compared, or it is said why not: of each
 * column of its catalogs, in {@code catalog/columns.txt}.
 */
@Tag("server")
class ComparedColumnsServerTests {

	private static final String SCHEMA = """
			create schema other;
			create table other.thing (a int);
			create type status as enum ('OPEN', 'DONE'); create type lonely as enum ();
			create type low as enum ('A'); create type high as enum ('B'); create type pair as enum ('ONE', 'TWO');
			create sequence numbers maxvalue 1000; create sequence more maxvalue 2000;
			create table parent (id int primary key, n int constraint parent_n_key unique);
			create table parent2 (id int primary key);
			create table t (
			    id bigint generated always as identity, a int constraint t_a_check check (a > 0), b text default 'x',
			    b2 text, c varchar(10), e int generated always as (a * 2) stored, f int,
			    k int constraint k_given not null constraint t_k_key unique, p int constraint t_p_fkey references parent (id), p2 int,
			    q int constraint t_q_fkey references parent (id) deferrable,
			    o int constraint t_o_fkey references parent (id) on delete set null, r int4range, r2 daterange, s status,
			    constraint t_ranges_key unique (r, r2),
			    constraint t_r_excl exclude using gist (r with &&));
			alter table t add constraint t_f_check check (f > 0) not valid,
			    add constraint t_p2_fkey foreign key (p2) references parent (id) not valid;
			create table two (x int, a int, b text);
			create table bare (a int);
			create index ix_b on t (b); create index ix_f on t (f); create index ix_pair on t (a, f);
			create index ix_more on t (a) include (b); create index ix_expr on t (lower(b));
			create index ix_part on t (f) where f > 0; create unique index ix_u on t (b2);
			create sequence counter owned by two.a;
			create domain code as varchar(10) check (value <> ''); create domain label as varchar(10);
			create domain size as int;
			comment on table t is 'said'; comment on column t.b is 'column';
			create table said (a int constraint said_check check (a > 0)); create index ix_said on said (a);
			create index ix_mute on said (a); create sequence said_numbers; create type said_type as enum ();
			create domain said_domain as int;
			comment on constraint said_check on said is 'check'; comment on index ix_said is 'index';
			comment on sequence said_numbers is 'sequence'; comment on type said_type is 'type';
			comment on domain said_domain is 'domain'; comment on schema other is 'schema'
			""";

	private static final TestDatabase database = Postgres.newDatabase();

	private static SchemaObjects wanted = SchemaObjects.none();

	@BeforeAll
	static void createSchema() {
		database.execute(SCHEMA);
		try (ServerConnection connection = connection()) {
			wanted = new CatalogReader(connection, Set.of()).read(List.of("public", "other"));
		}
	}

	@AfterAll
	static void dropSchema() {
		Postgres.drop(database);
	}

	@Test
	void eachColumnIsListed() {
		Set<String> walked = columns().filter((column) -> !column.name().equals("*"))
			.map(CatalogColumn::catalog)
			.collect(Collectors.toSet());
		Set<String> whole = columns().filter((column) -> column.name().equals("*"))
			.map(CatalogColumn::catalog)
			.collect(Collectors.toSet());

		List<String> ofServer = database.column("""
				select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
				where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind = 'r' and a.attnum > 0
				    and not a.attisdropped""")
			.stream()
			.map(String::valueOf)
			.map((name) -> whole.contains(catalog(name)) ? catalog(name) + ".*" : name)
			.distinct()
			.toList();

		assertThat(ofServer).isNotEmpty()
			.containsExactlyInAnyOrderElementsOf(columns().map(CatalogColumn::fullName).distinct().toList());
		assertThat(walked).isNotEmpty().doesNotContainAnyElementsOf(whole);
		assertThat(columns().filter(CatalogColumn::isRead).map(CatalogColumn::fullName))
			.containsAll(columns().flatMap((column) -> column.with().stream()).toList());
	}

	private static String catalog(String column) {
		return column.substring(0, column.indexOf('.'));
	}

	@Test
	void whatIsReadStandsInTheQueries() throws IOException {
		try (CountingProxy proxy = CountingProxy.of(database)) {
			Comparing.with(proxy.dataSource(), wanted, Comparing.REMOVING_ALL);
			String queries = String.join("\n", proxy.queries());

			assertThat(columns().filter(CatalogColumn::isRead)).isNotEmpty()
				.allSatisfy((column) -> assertThat(queries).containsPattern(
						"\\b" + ((column.function() != null) ? column.function() + "\\(" : column.name() + "\\b")));
		}
	}

	@Test
	void nothingDiffersAsLongAsNothingIsChanged() {
		assertThat(Comparing.with(database, wanted).isEmpty()).isTrue();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("read")
	void changeOfWhatIsReadIsADifference(CatalogColumn column) {
		List<CatalogColumn> all = columns().toList();
		try (ServerConnection connection = connection()) {
			CatalogRows before = CatalogRows.read(connection, all);
			connection.send("BEGIN");
			connection.send(String.valueOf(column.statement()));
			CatalogRows after = before.later(connection, all);

			assertThat(after.without(column.with())).isNotEqualTo(before.without(column.with()));
			assertThat(after.without(withItself(column))).isEqualTo(before.without(withItself(column)));
			// What asks PostgreSQL ends the transaction, when all has been read.
			assertThat(new ModelComparison(Comparing.REMOVING_ALL, List.of())
				.compare(connection, Comparing.complete(wanted), Set.of())
				.isEmpty()).isFalse();
		}
	}

	static Stream<CatalogColumn> read() {
		return columns().filter(CatalogColumn::isRead);
	}

	private static Set<String> withItself(CatalogColumn column) {
		return Stream.concat(column.with().stream(), Stream.of(column.fullName())).collect(Collectors.toSet());
	}

	private static Stream<CatalogColumn> columns() {
		return CatalogColumn.ofServer().stream();
	}

	private static ServerConnection connection() {
		return ServerConnection.open(database.dataSource(), (notice) -> {
		});
	}

}
