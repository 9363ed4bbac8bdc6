package dev.migrator.sample.exercise;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Something to do in a workout.
 */
@Entity
@Table(name = "exercises", uniqueConstraints = @UniqueConstraint(name = "uk_exercises_name", columnNames = "name"))
public class Exercise {

	@Id
	@GeneratedValue(strategy = GenerationType.UUID)
	private @Nullable UUID id;

	@Column(nullable = false, length = 100)
	private String name;

	@Column(nullable = false, length = 50)
	private String muscleGroup;

	protected Exercise() {
	}

	public @Nullable UUID getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public String getMuscleGroup() {
		return this.muscleGroup;
	}

}
