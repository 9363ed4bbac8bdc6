package dev.migrator.internal.autogenerate.hibernate;

import java.time.LocalDateTime;
import java.util.List;

import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.dialect.normalform.DefinitionRefusedException;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import org.assertj.core.api.Assertions;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What PostgreSQL would refuse when the revision runs is refused when it is generated, in
 * a new table and in one that is there.
 */
class RefusedModelTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void aTypeThatPostgresDoesNotHave() {
		refused(Times.class, "at", "ALTER TABLE times ADD COLUMN at datetime;",
				"type \"datetime\" does not exist (SQLSTATE 42704)");

		assertThat(action(Times.class)).isEqualTo("The column is for the attribute " + Times.class.getName()
				+ ".at. Correct the definition of the table, in the entity or in the SQL. "
				+ "PostgreSQL has no type datetime: use timestamp.");
	}

	@Test
	void anArrayOfOne() {
		refused(Arrays.class, "texts", "ALTER TABLE arrays ADD COLUMN texts longtext[];",
				"type \"longtext[]\" does not exist (SQLSTATE 42704)");

		assertThat(action(Arrays.class)).endsWith("PostgreSQL has no type longtext: use text.");
	}

	@Test
	void aTypeOfAnExtensionThatIsNotThere() {
		refused(Places.class, "place", "ALTER TABLE places ADD COLUMN place geometry;",
				"type \"geometry\" does not exist (SQLSTATE 42704)");

		assertThat(action(Places.class)).endsWith("Types, functions and extensions that it uses must exist in the "
				+ "database; for enum types it is enough that they are in the model.");
	}

	@Test
	void aCompositeTypeThatIsNotThere() {
		refused(Prices.class, "price", "ALTER TABLE prices ADD COLUMN price money_struct;",
				"type \"money_struct\" does not exist (SQLSTATE 42704)");

		this.database.execute("create type money_struct as (amount integer, currency varchar(255))");

		assertThat(ConvergenceTests.compare(this.database, Prices.class).differences().detected())
			.containsExactly("Detected added column 'prices.price'");
	}

	@Test
	void aCollationThatIsNotThere() {
		refused(Names.class, "name", "ALTER TABLE names ADD COLUMN name varchar(255) COLLATE nowhere;",
				"collation \"nowhere\" for encoding \"UTF8\" does not exist (SQLSTATE 42704)");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aForeignKeyToColumnsThatAreNotUnique(boolean tablesAreThere) {
		if (tablesAreThere) {
			this.database.execute("""
					create table owners (id bigint primary key, code bigint not null);
					create table cats (id bigint primary key, code bigint)""");
		}

		assertThatExceptionOfType(InvalidDefinitionException.class)
			.isThrownBy(() -> ConvergenceTests.compare(this.database, Owner.class, Cat.class))
			.satisfies((ex) -> {
				assertThat(ex.description()).isEqualTo("The foreign key fk_cats_owner of the table cats references "
						+ "owners (code), and no key of that table has these columns.");
				assertThat(ex.action())
					.isEqualTo("Make these columns unique (@Column(unique = true), @UniqueConstraint) with "
							+ "a constraint that is not deferrable, or reference the primary key.");
			});

		if (tablesAreThere) {
			this.database.execute("create unique index on owners (code)");

			ModelDifferences found = ConvergenceTests.compare(this.database, Owner.class, Cat.class);
			assertThat(found.differences().detected()).containsExactly(
					"Detected added foreign key 'fk_cats_owner' (code) on table 'cats' to 'owners' (code)");
			assertThat(found.kept()).isEmpty();
		}
	}

	@Test
	void aForeignKeyToAKeyThatIsDeferrable() {
		this.database.execute("""
				create table owners (id bigint primary key, code bigint not null unique deferrable);
				create table cats (id bigint primary key, code bigint)""");

		assertThatExceptionOfType(InvalidDefinitionException.class)
			.isThrownBy(() -> ConvergenceTests.compare(this.database, Owner.class, Cat.class))
			.withMessageContaining("no key of that table has these columns");
	}

	@Test
	void aForeignKeyToATableThatIsNowhere() {
		assertThatExceptionOfType(InvalidDefinitionException.class)
			.isThrownBy(() -> ConvergenceTests.compare(this.database, Dog.class))
			.satisfies((ex) -> {
				assertThat(ex.description())
					.isEqualTo("The foreign key fk_dogs_kennel of the table dogs references the "
							+ "table kennels.kennels, which neither the model nor the database has.");
				assertThat(ex.action()).isEqualTo(
						"Correct the name of the table (foreignKeyDefinition), or create it in an earlier revision.");
			});

		this.database.execute("create schema kennels create table kennels (nr bigint primary key)");

		SqlRevisionBody body = SqlRevisionBody.of(ConvergenceTests.compare(this.database, Dog.class).differences());
		ConvergenceTests.run(this.database, body.upgrade());
		assertThat(ConvergenceTests.compare(this.database, Dog.class).differences().detected()).isEmpty();
	}

	/**
	 * A column of an embeddable, of a collection and of a secondary table.
	 */
	@Test
	void theAttributeIsNamedWhereverTheColumnIs() {
		assertThat(action(Holder.class))
			.startsWith("The column is for the attribute " + Holder.class.getName() + ".part.at. ");
		assertThat(action(Holders.class))
			.startsWith("The column is for the attribute " + Holders.class.getName() + ".moments. ");
		assertThat(action(Aside.class))
			.startsWith("The column is for the attribute " + Aside.class.getName() + ".at. ");
	}

	private String action(Class<?> entity) {
		return Assertions
			.catchThrowableOfType(DefinitionRefusedException.class,
					() -> ConvergenceTests.compare(this.database, entity))
			.action();
	}

	private void refused(Class<?> entity, String column, String sql, String why) {
		String table = entity.getAnnotation(Table.class).name();
		refused(entity, table, column, sql, why);
		this.database.execute("create table " + table + " (id bigint primary key)");
		refused(entity, table, column, sql, why);
	}

	private void refused(Class<?> entity, String table, String column, String sql, String why) {
		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> ConvergenceTests.compare(this.database, entity))
			.satisfies((ex) -> assertThat(ex.description()).isEqualToIgnoringNewLines("""
					PostgreSQL refuses the column "%s" of the wanted table %s:

					    %s

					  %s""".formatted(column, table, sql, why)));
	}

	@Entity
	@Table(name = "times")
	static class Times {

		@Id
		long id;

		@Column(columnDefinition = "datetime")
		LocalDateTime at;

	}

	@Entity
	@Table(name = "arrays")
	static class Arrays {

		@Id
		long id;

		@Column(columnDefinition = "LONGTEXT[]")
		String[] texts;

	}

	@Entity
	@Table(name = "places")
	static class Places {

		@Id
		long id;

		@Column(columnDefinition = "geometry")
		String place;

	}

	@Embeddable
	@Struct(name = "money_struct")
	static class Money {

		int amount;

		String currency;

	}

	@Entity
	@Table(name = "prices")
	static class Prices {

		@Id
		long id;

		Money price;

	}

	@Entity
	@Table(name = "names")
	static class Names {

		@Id
		long id;

		@Collate("nowhere")
		String name;

	}

	@Entity
	@Table(name = "owners")
	static class Owner {

		@Id
		long id;

		long code;

	}

	@Entity
	@Table(name = "cats")
	static class Cat {

		@Id
		long id;

		@ManyToOne
		@JoinColumn(name = "code", foreignKey = @ForeignKey(name = "fk_cats_owner",
				foreignKeyDefinition = "foreign key (code) references owners (code)"))
		Owner owner;

	}

	@Entity
	@Table(name = "dogs")
	static class Dog {

		@Id
		long id;

		@ManyToOne
		@JoinColumn(name = "kennel", foreignKey = @ForeignKey(name = "fk_dogs_kennel",
				foreignKeyDefinition = "foreign key (kennel) references kennels.kennels (nr)"))
		Dog mother;

	}

	@Embeddable
	static class Part {

		@Column(columnDefinition = "datetime")
		LocalDateTime at;

	}

	@Entity
	static class Holder {

		@Id
		long id;

		@Embedded
		Part part;

	}

	@Entity
	static class Holders {

		@Id
		long id;

		@ElementCollection
		@Column(columnDefinition = "datetime")
		List<LocalDateTime> moments;

	}

	@Entity
	@SecondaryTable(name = "aside_more")
	static class Aside {

		@Id
		long id;

		@Column(table = "aside_more", columnDefinition = "datetime")
		LocalDateTime at;

	}

}
