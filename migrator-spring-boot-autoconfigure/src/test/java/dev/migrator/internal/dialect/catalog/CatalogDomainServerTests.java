package dev.migrator.internal.dialect.catalog;

import java.util.List;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.ddl.DirectiveSql;
import dev.migrator.operation.DomainDirective.CreateDomain;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.IntervalFields;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Domain;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Domains, read from the catalog.
 */
@Tag("server")
@Tag("oldest")
class CatalogDomainServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void domainsAreReadWithAllThatTheyHave() {
		this.database.execute("""
				create domain email as varchar(320) collate "C" default 'nobody@example.com' not null
				    constraint z_length check (length(value) > 3) constraint at check (value ~ '@');
				create domain price as numeric(10, 2) default (1 + 2) * 3 check (value > 0);
				create domain plain as text
				""");

		assertThat(read("public")).containsExactly(
				new Domain(ObjectName.of("email"), Types.varchar(320), ObjectName.of("C"), false,
						new SqlExpression("'nobody@example.com'::character varying"),
						List.of(new Check("at", "(VALUE)::text ~ '@'::text", false),
								new Check("z_length", "length((VALUE)::text) > 3", false))),
				new Domain(ObjectName.of("plain"), Types.text(), null, true, null, List.of()),
				new Domain(ObjectName.of("price"), Types.numeric(10, 2), null, true, new SqlExpression("(1 + 2) * 3"),
						List.of(new Check("price_check", "VALUE > (0)::numeric", false))));
	}

	@Test
	void domainIsOverAnyType() {
		this.database.execute("""
				create schema other; create type other."Kind" as enum ('A');
				create domain a as text[] check (value <> '{}'); create domain b as interval day to second(3);
				create domain c as a; create domain d as other."Kind"[]; create domain e as char;
				create domain f as varchar(20)[]""");

		assertThat(read("public")).extracting(Domain::type)
			.containsExactly(Types.array(Types.text()), Types.interval(IntervalFields.DAY_TO_SECOND, 3),
					Types.named("a"), Types.array(Types.named("other.Kind")), Types.character(1),
					Types.array(Types.varchar(20)));
	}

	@Test
	void collationOfTheTypeThatItIsOverIsNotSaid() {
		this.database.execute("""
				create collation german from "C"; create domain a as text collate german; create domain b as a;
				create domain c as a collate "C"; create domain d as int""");

		assertThat(read("public")).extracting(Domain::collation)
			.containsExactly(ObjectName.of("german"), null, ObjectName.of("C"), null);
	}

	@Test
	void whatIsReadIsWrittenAndReadAgain() {
		this.database.execute("""
				create domain status as varchar(10) collate "POSIX" default 'A' check (value in ('A', 'B')) not null;
				create domain "The Price" as numeric(10, 2) default (1 + 2) * 3 constraint "a b" check (value > 0);
				create domain tags as text[] default '{}' check (value <> '{}' or value is null);
				alter domain status add constraint short check (value ~ '^.$') not valid""");
		List<Domain> read = read("public");

		this.database.execute("drop domain status; drop domain \"The Price\"; drop domain tags");
		read.forEach((domain) -> this.database
			.execute(DirectiveSql.inTransaction(new CreateDomain(domain)).source().text()));

		assertThat(read).hasSize(3);
		assertThat(read).flatExtracting(Domain::checks)
			.extracting(Check::validity)
			.containsOnlyOnce(Validity.NOT_VALID)
			.contains(Validity.VALID);
		assertThat(read("public")).isEqualTo(read);
	}

	@Test
	void notNullIsNoCheck() {
		this.database.execute("create domain a as int constraint must not null; create domain b as int null");

		assertThat(read("public")).extracting(Domain::nullable).containsExactly(false, true);
		assertThat(read("public")).extracting(Domain::checks).containsExactly(List.of(), List.of());
	}

	@Test
	void whatIsElsewhereOrOfAnExtensionIsNotRead() {
		this.database.execute("""
				create schema other; create domain other."The Name" as text; create extension citext;
				create domain of_extension as text; alter extension citext add domain of_extension;
				create table t (a int); create type e as enum ('A'); create type pair as (a int, b int)""");

		assertThat(read("public")).isEmpty();
		assertThat(read("public", "other")).extracting(Domain::name)
			.containsExactly(new ObjectName("other", "The Name"));
		assertThat(read()).isEmpty();
	}

	private List<Domain> read(String... schemas) {
		try (ServerConnection connection = ServerConnection.open(this.database.dataSource(), (notice) -> {
		})) {
			List<Row> rows = connection.query(CatalogDomains.query(CatalogSelection.schemas(List.of(schemas))));
			return CatalogDomains.of(rows, new CatalogNames("public"));
		}
	}

}
