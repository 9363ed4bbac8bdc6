package dev.migrator.internal.dialect.catalog;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.schema.ObjectName;
import dev.migrator.testing.CountingProxy;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a database has and nobody compares.
 */
@Tag("server")
@Tag("oldest")
class UncomparedObjectsServerTests {

	private static final String EVERYTHING = """
			create table accounts (id int primary key, owner text, area text unique references accounts (area));
			create type status as enum ('OPEN');
			create sequence numbers;
			create view active_users as select 1 as id;
			create materialized view totals as select 1 as id;
			create index on totals (id);
			create table events (at date, account int references accounts) partition by range (at);
			create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
			create table savings (rate int) inherits (accounts);
			create function add_days(d date, n int default 1, variadic more text[] default '{}') returns date
			    language sql as 'select d';
			create function tell() returns trigger language plpgsql as 'begin return new; end';
			create procedure tidy(inout done int) language sql as 'select 1';
			create aggregate longest(int) (sfunc = int4larger, stype = int);
			create trigger audit before insert on accounts for each row execute function tell();
			create constraint trigger late after insert on accounts for each row execute function tell();
			create trigger audit before insert on events for each row execute function tell();
			create rule protect as on delete to accounts do instead nothing;
			create policy owner_only on accounts;
			create domain age as int check (value > 0);
			create type pair as (a int, b int);
			create type span as range (subtype = int);
			create type shell;
			create operator === (leftarg = int, rightarg = int, function = int4eq);
			create operator family ages using btree;
			create operator class pairs for type pair using btree as storage pair;
			create collation german from "C";
			create conversion latin for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
			create text search configuration words (copy = simple);
			create text search dictionary stems (template = simple);
			create text search template shape (lexize = dsimple_lexize);
			create text search parser cut (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end,
			    lextypes = prsd_lextype);
			create statistics areas on owner, area from accounts
			""";

	private static final String OF_DATABASE = """
			create extension citext;
			create table documents (name citext);
			create foreign data wrapper files;
			create server disk foreign data wrapper files;
			create foreign table lines (line text) server disk;
			create user mapping for public server disk;
			create type mood as enum ('OK');
			create function mood_number(mood) returns int language sql as 'select 1';
			create cast (mood as int) with function mood_number(mood);
			create language calls handler plpgsql_call_handler;
			create transform for text language sql (from sql with function textlike_support(internal));
			create access method pile type table handler heap_tableam_handler;
			create function watch() returns event_trigger language plpgsql as 'begin end';
			create event trigger watching on ddl_command_end execute function watch();
			create publication news for table documents;
			create subscription readers connection 'dbname=nowhere' publication news with (connect = false, slot_name = none);
			alter default privileges grant select on tables to public
			""";

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void newDatabaseHasNone() {
		assertThat(named("public")).isEmpty();
	}

	@Test
	void everyKindOfASchemaIsNamed() {
		this.database.execute(EVERYTHING);

		assertThat(named("public")).containsExactly("aggregate longest(integer)", "base type shell", "collation german",
				"composite type pair", "conversion latin", "function add_days(date,integer,text[])", "function tell()",
				"inheriting table savings", "materialized view totals", "operator ===(integer,integer)",
				"operator class pairs USING btree", "operator family ages USING btree", "partition events_2026",
				"policy owner_only on accounts", "procedure tidy(integer)", "range type span",
				"rule protect on accounts", "statistics object areas", "text search configuration words",
				"text search dictionary stems", "text search parser cut", "text search template shape",
				"trigger audit on accounts", "trigger audit on events", "trigger late on accounts",
				"view active_users");
	}

	@Test
	void whatBelongsToTheDatabaseIsNamedWhateverTheSchema() {
		this.database.execute(OF_DATABASE);

		// Another word in 14.
		assertThat(named()).map((name) -> name.replace("text on language", "text language"))
			.containsExactly("access method pile", "cast (mood AS integer)",
					"default privilege for role %s on tables".formatted(this.database.user()), "event trigger watching",
					"extension citext", "foreign server disk", "foreign-data wrapper files", "language calls",
					"publication news", "subscription readers", "transform for text language sql",
					"user mapping public on server disk");
		assertThat(named("public")).contains("foreign table lines", "function watch()")
			.noneMatch((object) -> object.contains("citext_"));
		this.database.execute("alter subscription readers disable; drop subscription readers");
	}

	@Test
	void otherSchemasAreNotLookedAt() {
		this.database.execute("""
				create schema billing; create schema other;
				create view billing."Open.Orders" as select 1 as id; create view other.v as select 1 as id;
				create function billing.f(billing."Open.Orders", text) returns int
				    language sql as 'select 1';
				alter default privileges in schema billing grant select on tables to public;
				alter default privileges in schema other grant select on tables to public""");

		assertThat(named("billing")).containsExactly(
				"default privilege for role %s in schema billing on tables".formatted(this.database.user()),
				"function billing.f(billing.\"Open.Orders\",text)", "view billing.\"Open.Orders\"");
	}

	@Test
	void namesHoldWhatTheyBelongTo() {
		this.database.execute("""
				create schema "Sales Of"; create table "Sales Of".t (a int);
				create view "Sales Of"."public.v" as select 1 as id;
				create rule "no. 1" as on delete to "Sales Of".t do instead nothing;
				create function "Sales Of"."F"() returns int language sql as 'select 1'""");
		PGSimpleDataSource dataSource = this.database.newDataSource();
		dataSource.setCurrentSchema("\"Sales Of\"");

		assertThat(read(dataSource, "Sales Of")).containsExactly(new UncomparedObject("function", null, "F", "\"F\"()"),
				new UncomparedObject("rule", ObjectName.of("t"), "no. 1", "\"no. 1\" on t"),
				new UncomparedObject("view", new ObjectName(null, "public.v"), null, "\"public.v\""));
	}

	@Test
	void whatBelongsToAnExtensionIsNotNamed() {
		this.database.execute("""
				create extension citext; create table t (a int);
				create function tell() returns trigger language plpgsql as 'begin return new; end';
				create trigger audit before insert on t for each row execute function tell();
				create view v as select 1 as id; create rule r as on delete to t do instead nothing;
				alter extension citext add table t; alter extension citext add view v;
				alter extension citext add function tell()""");

		assertThat(named("public")).containsExactly("extension citext");
	}

	@Test
	void roleWithoutRightsSeesTheSame() {
		String role = "looks_" + this.database.name();
		this.database.execute(EVERYTHING);
		this.database.execute(OF_DATABASE);
		this.database
			.execute("create role %s login password 'x'; revoke all on schema public from public".formatted(role));
		PGSimpleDataSource dataSource = this.database.newDataSource();
		dataSource.setUser(role);
		dataSource.setPassword("x");

		List<String> seen = read(dataSource, "public").stream()
			.map((object) -> object.kind() + " " + object.identity().replaceAll("\\bpublic\\.", ""))
			.sorted()
			.toList();

		assertThat(seen).hasSize(41).containsExactlyElementsOf(named("public").stream().sorted().toList());
		this.database.execute("alter subscription readers disable; drop subscription readers; drop role " + role);
	}

	@Test
	void theyShareAMessageWithWhatIsCompared() throws IOException {
		try (CountingProxy proxy = CountingProxy.of(this.database)) {
			read(proxy.dataSource(), "public");

			assertThat(proxy.queries()).filteredOn((query) -> query.startsWith("select"))
				.hasSize(4)
				.filteredOn((query) -> query.contains("pg_identify_object"))
				.singleElement()
				.asString()
				.contains("pg_catalog.pg_enum");
		}
	}

	private List<String> named(String... schemas) {
		return read(this.database.dataSource(), schemas).stream()
			.map((object) -> object.kind() + " " + object.identity())
			.toList();
	}

	private static List<UncomparedObject> read(DataSource dataSource, String... schemas) {
		try (ServerConnection connection = ServerConnection.open(dataSource, (notice) -> {
		})) {
			return new CatalogReader(connection, Set.of()).readAll(ServerSchemas.read(connection), List.of(schemas))
				.uncompared();
		}
	}

}
