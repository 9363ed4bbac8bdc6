package dev.migrator.internal.autogenerate.hibernate;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.autogenerate.hibernate.model.Inheritance;
import dev.migrator.schema.ObjectName;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The order of columns, as the source of the entities has it.
 */
class DeclaredColumnsTests {

	@Test
	void identifierIsFirstThenSuperclassesThenFieldsInTheirOrder() {
		assertThat(columns("person", Person.class, Team.class)).containsExactly("id", "version", "created_by",
				"last_name", "first_name", "zip", "city", "team_id", "age", "details");
	}

	@Test
	void partsOfAnEmbeddedIdentifierHaveTheirOwnOrder() {
		assertThat(columns("booking", Booking.class, Team.class, Person.class)).containsExactly("team_id", "seat",
				"booked_day", "zone", "amount");
	}

	@Test
	void partsOfAnIdentifierWithItsOwnClassAreInTheOrderOfTheEntity() {
		assertThat(columns("place", Place.class)).containsExactly("y", "x", "name");
	}

	@Test
	void gettersFollowTheFieldsOfTheSameNames() {
		assertThat(columns("gauge", Gauge.class)).containsExactly("id", "unit", "level", "alias", "note");
	}

	@Test
	void tableOfACollectionBeginsWithItsOwner() {
		Map<ObjectName, List<String>> declared = Hibernate.model(Person.class, Team.class).declared();

		assertThat(declared)
			.containsEntry(ObjectName.of("person_phones"), List.of("person_id", "place", "number", "area"))
			.containsEntry(ObjectName.of("person_teams"), List.of("person_id", "teams_id"));
	}

	@Test
	void columnsOfASecondTableFollowItsKey() {
		Map<ObjectName, List<String>> declared = Hibernate.model(Person.class, Team.class).declared();

		assertThat(declared).containsEntry(ObjectName.of("team"), List.of("id", "name"))
			.containsEntry(ObjectName.of("team_more"), List.of("id", "remarks", "color"));
	}

	@Test
	void tablesOfSubclassesBeginWithTheirKeys() {
		Map<ObjectName, List<String>> declared = Hibernate.model(Inheritance.ENTITIES).declared();

		assertThat(declared)
			.containsEntry(ObjectName.of("inheritance$payment"),
					List.of("id", "version", "amount", "card_number", "refund_of_id"))
			.containsEntry(ObjectName.of("inheritance$cat"), List.of("cat_id", "lives"))
			.containsEntry(ObjectName.of("inheritance$car"), List.of("id", "garage_code", "doors"));
	}

	private static List<String> columns(String table, Class<?>... entities) {
		return Hibernate.model(entities).declared().get(ObjectName.of(table));
	}

	@MappedSuperclass
	abstract static class Versioned {

		@Version
		int version;

		String createdBy;

	}

	@Entity(name = "Person")
	static class Person extends Versioned {

		String lastName;

		String firstName;

		@Embedded
		Address address;

		@ManyToOne
		Team team;

		int age;

		@Id
		long id;

		@JdbcTypeCode(SqlTypes.JSON)
		Details details;

		@ElementCollection
		@OrderColumn(name = "place")
		List<Phone> phones;

		@ManyToMany
		Set<Team> teams;

	}

	@Embeddable
	static class Address {

		String zip;

		String city;

	}

	@Embeddable
	static class Phone {

		String number;

		String area;

	}

	@Embeddable
	static class Details {

		String second;

		String first;

	}

	@Entity(name = "Team")
	@SecondaryTable(name = "team_more")
	static class Team {

		@Column(table = "team_more")
		String remarks;

		@Column(table = "team_more")
		String color;

		@Id
		long id;

		String name;

		@OneToMany(mappedBy = "team")
		List<Person> members;

	}

	@Embeddable
	static class BookingId implements Serializable {

		private static final long serialVersionUID = 1;

		Long teamId;

		int seat;

		String bookedDay;

	}

	@Entity(name = "Booking")
	static class Booking {

		String zone;

		@EmbeddedId
		BookingId id;

		@MapsId("teamId")
		@ManyToOne
		Team team;

		int amount;

	}

	@Entity(name = "Place")
	@IdClass(Place.Point.class)
	static class Place {

		@Id
		int y;

		@Id
		int x;

		String name;

		static class Point implements Serializable {

			private static final long serialVersionUID = 1;

			int x;

			int y;

		}

	}

	@Entity(name = "Gauge")
	@Access(AccessType.PROPERTY)
	static class Gauge {

		private String unit;

		private int level;

		private long id;

		private String hidden;

		public String getNote() {
			return this.hidden;
		}

		public void setNote(String note) {
			this.hidden = note;
		}

		public String getAlias() {
			return this.hidden;
		}

		public void setAlias(String alias) {
			this.hidden = alias;
		}

		public int getLevel() {
			return this.level;
		}

		public void setLevel(int level) {
			this.level = level;
		}

		@Id
		public long getId() {
			return this.id;
		}

		public void setId(long id) {
			this.id = id;
		}

		public String getUnit() {
			return this.unit;
		}

		public void setUnit(String unit) {
			this.unit = unit;
		}

	}

}
