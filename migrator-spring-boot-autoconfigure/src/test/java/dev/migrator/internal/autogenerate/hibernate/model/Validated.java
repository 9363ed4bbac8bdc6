package dev.migrator.internal.autogenerate.hibernate.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.generator.EventType;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.Range;

/**
 * Columns of which Jakarta Validation says more, or what sets them.
 */
public final class Validated {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Member.class, Guest.class };

	private Validated() {
	}

	@Embeddable
	static class Contact {

		@NotBlank
		@Size(max = 40)
		String phone;

	}

	@Entity
	static class Member {

		@Id
		@GeneratedValue
		long id;

		@NotNull
		@Size(min = 2, max = 50)
		String name;

		@NotBlank
		@Email
		@Pattern(regexp = ".+@.+")
		String email;

		@Length(max = 12)
		String code;

		@Min(1)
		@Max(99)
		int age;

		@Range(min = 0, max = 10)
		@Column(nullable = false)
		Integer stars;

		@Digits(integer = 8, fraction = 2)
		@Positive
		BigDecimal balance;

		@Size(max = 5)
		@ElementCollection
		List<String> tags;

		@NotEmpty
		String[] names;

		@NotNull
		@ManyToOne
		Guest invitedBy;

		@NotNull
		@Valid
		@Embedded
		Contact contact;

		@CreationTimestamp
		Instant created;

		@UpdateTimestamp
		Instant updated;

		@CurrentTimestamp(event = EventType.UPDATE)
		Instant changed;

	}

	@Entity
	@jakarta.persistence.Inheritance
	static class Guest {

		@Id
		@GeneratedValue
		long id;

		@NotNull
		String name;

	}

}
