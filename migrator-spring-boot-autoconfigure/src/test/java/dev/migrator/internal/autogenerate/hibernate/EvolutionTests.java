package dev.migrator.internal.autogenerate.hibernate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The entities of an application change, and its database, with rows in it, follows.
 */
@Tag("server")
class EvolutionTests {

	@Test
	void aDatabaseWithRowsFollowsItsEntitiesAndGoesBack() {
		TestDatabase database = Postgres.newDatabase();
		ConvergenceTests.run(database, body(database, First.ENTITIES).upgrade());
		CatalogSnapshot before = CatalogSnapshot.of(database).withoutColumnOrder();
		database.execute("insert into brands (id, name) values (1, 'A'), (2, 'B')");
		database.execute("""
				insert into products (name, stock, price, status, colour, remark, brand_id)
				select 'p' || n, n, n, 'OPEN', 'RED', 'old', 1 from generate_series(1, 50) n""");
		database.execute("insert into payments (id, dtype, amount) values (1, 'Cash', 5)");
		ProposedChanges differences = ConvergenceTests.compare(database, Second.ENTITIES).differences();

		assertThat(differences.detected()).contains("Detected added column 'products.sku'",
				"Detected added table 'categories'", "Detected removed table 'leaflets'",
				"Detected removed column 'products.remark'");
		SqlRevisionBody body = SqlRevisionBody.of(differences);
		ConvergenceTests.run(database, body.upgrade());

		assertThat(ConvergenceTests.compare(database, Second.ENTITIES).differences().detected()).as(body.upgrade())
			.isEmpty();
		Hibernate.validate(database, Second.ENTITIES);
		assertThat(database.column("select distinct colour::text || stock || weight from products where id = 3"))
			.containsExactly("RED30");

		ConvergenceTests.run(database, body.downgrade());

		assertThat(CatalogSnapshot.of(database).withoutColumnOrder()).as(body.downgrade())
			.hasToString(before.toString());
		Hibernate.validate(database, First.ENTITIES);
		assertThat(database.value("select count(*) from products where colour = 'RED'")).isEqualTo("50");
		assertThat(SqlRevisionBody.of(ConvergenceTests.compare(database, Second.ENTITIES).differences()).upgrade())
			.isEqualTo(body.upgrade());
	}

	/**
	 * Neither its values nor that they are unique is what the column allows from now on.
	 */
	@Test
	void checkAndUniqueConstraintOfAnEnumFollowItToATypeOfItsOwn() {
		TestDatabase database = Postgres.newDatabase();
		ConvergenceTests.run(database, body(database, Text.Paint.class).upgrade());
		database.execute("insert into paint (id, colour) values (1, 'RED')");
		ModelDifferences found = ConvergenceTests.compare(database, Named.Paint.class);
		SqlRevisionBody body = SqlRevisionBody.of(found.differences());

		ConvergenceTests.run(database, body.upgrade());

		assertThat(found.kept()).isEmpty();
		assertThat(ConvergenceTests.compare(database, Named.Paint.class).isEmpty()).isTrue();
		database.execute("insert into paint (id, colour) values (2, 'BLACK'), (3, 'RED')");
		database.execute("delete from paint where id > 1");
		ConvergenceTests.run(database, body.downgrade());
		assertThat(ConvergenceTests.compare(database, Text.Paint.class).isEmpty()).isTrue();
	}

	/** An enum that is a text. */
	static final class Text {

		enum Colour {

			RED, GREEN

		}

		@Entity(name = "Paint")
		@Table(name = "paint")
		static class Paint {

			@Id
			long id;

			@Enumerated(EnumType.STRING)
			@Column(unique = true)
			Colour colour;

		}

	}

	/** The same as a type. */
	static final class Named {

		enum Colour {

			RED, GREEN, BLACK

		}

		@Entity(name = "Paint")
		@Table(name = "paint")
		static class Paint {

			@Id
			long id;

			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			Colour colour;

		}

	}

	private static SqlRevisionBody body(TestDatabase database, Class<?>... entities) {
		return SqlRevisionBody.of(ConvergenceTests.compare(database, entities).differences());
	}

	/** Stays as it is, as the next one does. */
	@Entity(name = "Payment")
	@Table(name = "payments")
	@Inheritance
	@DiscriminatorColumn(name = "dtype")
	static class Payment {

		@Id
		@GeneratedValue
		long id;

		BigDecimal amount;

	}

	@Entity(name = "Cash")
	static class Cash extends Payment {

	}

	/** The entities as they were. */
	static final class First {

		static final Class<?>[] ENTITIES = { Product.class, Brand.class, Leaflet.class, Payment.class, Cash.class };

		enum Status {

			OPEN, DONE

		}

		enum Colour {

			GREEN, RED

		}

		@Entity(name = "Product")
		@Table(name = "products", indexes = @Index(columnList = "name"))
		static class Product {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			int id;

			@Column(length = 50)
			String name;

			int stock;

			@Column(precision = 8, scale = 2)
			BigDecimal price;

			String remark;

			@Enumerated(EnumType.STRING)
			@Column(nullable = false)
			Status status;

			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			@ColumnDefault("'GREEN'")
			Colour colour;

			@ManyToOne
			Brand brand;

		}

		@Entity(name = "Brand")
		@Table(name = "brands")
		static class Brand {

			@Id
			@GeneratedValue
			long id;

			@Column(nullable = false)
			String name;

		}

		@Entity(name = "Leaflet")
		@Table(name = "leaflets")
		static class Leaflet {

			@Id
			@GeneratedValue
			long id;

			@ManyToOne
			Product product;

			@ElementCollection
			List<String> pages;

		}

	}

	/** The entities as they are. */
	static final class Second {

		static final Class<?>[] ENTITIES = { Product.class, Brand.class, Category.class, Payment.class, Cash.class,
				Card.class };

		enum Status {

			OPEN, DONE, CANCELLED

		}

		enum Colour {

			BLUE, GREEN, RED

		}

		@Entity(name = "Product")
		@Table(name = "products", indexes = @Index(columnList = "name, sku"))
		static class Product {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			int id;

			@Column(length = 100)
			String name;

			long stock;

			@Column(precision = 12, scale = 2)
			BigDecimal price;

			@Column(unique = true, length = 20)
			String sku;

			@ColumnDefault("0")
			int weight;

			@Enumerated(EnumType.STRING)
			@Column(nullable = false)
			Status status;

			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			@ColumnDefault("'GREEN'")
			@Column(nullable = false)
			Colour colour;

			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			Colour second;

			@ManyToOne(optional = false)
			@OnDelete(action = OnDeleteAction.CASCADE)
			Brand brand;

			@ManyToOne
			Category category;

		}

		@Entity(name = "Brand")
		@Table(name = "brands")
		static class Brand {

			@Id
			@GeneratedValue
			long id;

			@Column(nullable = false, unique = true)
			String name;

		}

		@Entity(name = "Category")
		@Table(name = "categories")
		static class Category {

			@Id
			@GeneratedValue
			long id;

			@ManyToOne
			Category parent;

			@ManyToMany
			Set<Brand> brands;

		}

		@Entity(name = "Card")
		static class Card extends Payment {

			@Column(length = 4)
			String digits;

		}

	}

}
