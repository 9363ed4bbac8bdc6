package dev.migrator.internal.autogenerate.hibernate.model;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;

/**
 * One table for all classes, one for each, and one for each with those of its parents.
 */
public final class Inheritance {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Payment.class, CardPayment.class, Transfer.class, Animal.class,
			Dog.class, Cat.class, Vehicle.class, Car.class, Bike.class, Garage.class, Shelf.class, Book.class };

	private Inheritance() {
	}

	@MappedSuperclass
	abstract static class Base {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		Long id;

		@Version
		int version;

	}

	@Entity
	@jakarta.persistence.Inheritance(strategy = InheritanceType.SINGLE_TABLE)
	abstract static class Payment extends Base {

		@Column(nullable = false)
		BigDecimal amount;

	}

	@Entity
	static class CardPayment extends Payment {

		@Column(length = 19)
		String cardNumber;

	}

	@Entity
	static class Transfer extends Payment {

		@ManyToOne
		Payment refundOf;

	}

	@Entity
	@jakarta.persistence.Inheritance(strategy = InheritanceType.JOINED)
	@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.CHAR)
	@DiscriminatorValue("A")
	abstract static class Animal {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		long id;

		String name;

	}

	@Entity
	@DiscriminatorValue("D")
	static class Dog extends Animal {

		boolean barks;

	}

	@Entity
	@DiscriminatorValue("C")
	@PrimaryKeyJoinColumn(name = "cat_id")
	static class Cat extends Animal {

		int lives;

	}

	@Entity
	@jakarta.persistence.Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	abstract static class Vehicle {

		@Id
		@GeneratedValue(strategy = GenerationType.TABLE)
		long id;

		@ManyToOne(optional = false)
		Garage garage;

	}

	@Entity
	static class Car extends Vehicle {

		short doors;

	}

	@Entity
	static class Bike extends Vehicle {

		float weight;

	}

	@Entity
	static class Garage {

		@Id
		String code;

		@ManyToOne
		Vehicle favourite;

	}

	@Entity
	static class Shelf extends Base {

	}

	@Entity
	@SecondaryTable(name = "book_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "book"))
	static class Book {

		@Id
		long isbn;

		@Column(table = "book_details", length = 4000)
		String summary;

		@ManyToOne
		Shelf shelf;

	}

}
