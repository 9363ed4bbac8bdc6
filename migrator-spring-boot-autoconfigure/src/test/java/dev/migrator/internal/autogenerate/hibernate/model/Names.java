package dev.migrator.internal.autogenerate.hibernate.model;

import java.util.List;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;

/**
 * Names that need quotes, and names that are too long.
 */
public final class Names {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Order.class, User.class, Spaced.class, Umlaut.class, Long.class,
			Longer.class, Quote.class };

	private Names() {
	}

	enum Kind {

		NEW, OLD

	}

	@Entity
	@Table(name = "\"order\"",
			indexes = { @Index(columnList = "\"group\", \"user\""), @Index(columnList = "\"limit\" desc") },
			uniqueConstraints = { @UniqueConstraint(columnNames = { "\"user\"", "\"limit\"" }),
					@UniqueConstraint(name = "\"Unique Order\"", columnNames = "\"group\"") })
	static class Order {

		@Id
		@GeneratedValue
		@SequenceGenerator(sequenceName = "\"Order Numbers\"", allocationSize = 1)
		long id;

		@Column(name = "\"group\"")
		String group;

		@ManyToOne
		@JoinColumn(name = "\"user\"")
		User user;

		@Column(name = "\"limit\"")
		@ColumnDefault("10")
		int limit;

		@Enumerated(EnumType.STRING)
		@Column(name = "\"table\"")
		Kind table;

	}

	@Entity
	@Table(name = "\"user\"")
	static class User {

		@Id
		@GeneratedValue
		long id;

		@Column(name = "\"desc\"", unique = true)
		String desc;

		@ElementCollection
		Set<String> roles;

		@ManyToMany
		List<Order> orders;

	}

	@Entity(name = "Mixed")
	@Table(name = "\"Mixed Case Table\"", indexes = @Index(name = "ix_mixed", columnList = "\"Some Column\""))
	static class Spaced {

		@Id
		@Column(name = "\"The Id\"")
		long id;

		@Column(name = "\"Some Column\"", nullable = false)
		String column;

		@Column(name = "\"camelCase\"", unique = true)
		String camel;

		@ManyToOne
		@JoinColumn(name = "\"Parent Id\"")
		Spaced parent;

		@ElementCollection
		@Column(name = "\"Value\"")
		@Enumerated(EnumType.STRING)
		Set<Kind> kinds;

	}

	@Entity
	@Table(name = "größen")
	static class Umlaut {

		@Id
		@GeneratedValue
		long id;

		@Column(name = "länge", unique = true)
		int length;

		@ManyToOne
		Umlaut vorgänger;

	}

	@Entity
	@Table(name = "a_table_that_has_a_name_of_not_more_than_sixty_three_bytes",
			indexes = { @Index(columnList = "anotherColumnWithARatherLongNameThatIsAlsoLong"),
					@Index(columnList = "aColumnWithARatherLongNameThatEndsInTheSameWay") })
	static class Long {

		@Id
		long id;

		@Column(unique = true)
		String aColumnWithARatherLongNameThatEndsInTheSameWay;

		@Column(unique = true)
		String aColumnWithARatherLongNameThatEndsInTheSameWayToo;

		@Column(unique = true)
		String anotherColumnWithARatherLongNameThatIsAlsoLong;

		@Enumerated(EnumType.STRING)
		Kind aColumnWithARatherLongNameThatEndsInTheSameWayTwo;

	}

	@Entity
	static class Longer {

		@Id
		@GeneratedValue
		long id;

		@ManyToOne
		Long aReferenceWithARatherLongNameThatIsCutOffHereOne;

		@ManyToOne
		Long aReferenceWithARatherLongNameThatIsCutOffHereTwo;

		@Enumerated(EnumType.STRING)
		Kind aKindWithARatherLongNameThatIsCutOffSomewhereHereOne;

		@Enumerated(EnumType.STRING)
		Kind aKindWithARatherLongNameThatIsCutOffSomewhereHereTwo;

	}

	@Entity
	@Table(name = "\"it's\"")
	static class Quote {

		@Id
		long id;

		@Column(name = "\"per%cent\"", unique = true)
		String percent;

		@Column(name = "\"semi;colon\"")
		@Enumerated(EnumType.STRING)
		Kind semicolon;

		@Column(name = "\"dollar$\"")
		@ColumnDefault("'a''b'")
		String dollar;

	}

}
