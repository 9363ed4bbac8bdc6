package dev.migrator.internal.autogenerate.hibernate.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SoftDelete;

/**
 * Tables that reference each other and themselves.
 */
public final class Relations {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Course.class, Student.class, Enrolment.class, Department.class,
			Employee.class, Country.class, City.class, Note.class };

	private Relations() {
	}

	@Embeddable
	static class Address {

		String street;

		@Column(length = 10)
		String zip;

	}

	@Embeddable
	record EnrolmentId(long student, long course) implements Serializable {
	}

	@Entity
	static class Course {

		@Id
		@GeneratedValue
		@SequenceGenerator(name = "courses", sequenceName = "course_numbers", initialValue = 1000, allocationSize = 1)
		long id;

		@ManyToMany
		@JoinTable(name = "course_requirements", joinColumns = @JoinColumn(name = "course"),
				inverseJoinColumns = @JoinColumn(name = "requires"))
		Set<Course> requirements;

		@ElementCollection
		@OrderColumn(name = "place")
		List<String> chapters;

		@ElementCollection
		@CollectionTable(name = "course_titles", uniqueConstraints = @UniqueConstraint(columnNames = "title"))
		@MapKeyColumn(name = "language", length = 2)
		@Column(name = "title", nullable = false)
		Map<String, String> titles;

	}

	@Entity
	@Table(uniqueConstraints = { @UniqueConstraint(name = "uk_student_number_year", columnNames = { "number", "year" }),
			@UniqueConstraint(columnNames = { "homeZip", "number" }) })
	static class Student {

		@Id
		@GeneratedValue
		long id;

		@Column(unique = true)
		String email;

		int number;

		int year;

		@Embedded
		@jakarta.persistence.AttributeOverride(name = "zip", column = @Column(name = "homeZip"))
		Address home;

		@ElementCollection
		Set<Address> others;

		@OneToMany(mappedBy = "student")
		List<Enrolment> enrolments;

	}

	@Entity
	static class Enrolment {

		@EmbeddedId
		EnrolmentId id;

		@ManyToOne
		@MapsId("student")
		@OnDelete(action = OnDeleteAction.CASCADE)
		Student student;

		@ManyToOne
		@MapsId("course")
		Course course;

		@Column(nullable = false)
		LocalDate since;

	}

	@Entity
	static class Department {

		@Id
		@GeneratedValue
		int id;

		@OneToOne
		@OnDelete(action = OnDeleteAction.SET_NULL)
		Employee head;

	}

	@Entity
	static class Employee {

		@Id
		@GeneratedValue
		int id;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(name = "fk_employee_boss"))
		Employee boss;

		@ManyToOne
		Department department;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
		Department formerly;

		@OneToMany
		@JoinColumn(name = "author")
		List<Note> notes;

	}

	@Entity
	@Table(uniqueConstraints = @UniqueConstraint(name = "uk_country_iso", columnNames = { "iso", "region" }))
	static class Country {

		@Id
		@GeneratedValue
		long id;

		@Column(nullable = false)
		String iso;

		@Column(nullable = false)
		int region;

	}

	@Entity
	static class City {

		@Id
		@GeneratedValue
		long id;

		@ManyToOne
		@JoinColumn(name = "country_iso", referencedColumnName = "iso")
		@JoinColumn(name = "country_region", referencedColumnName = "region")
		Country country;

	}

	@Entity
	@SoftDelete
	static class Note {

		@Id
		@GeneratedValue
		long id;

	}

}
