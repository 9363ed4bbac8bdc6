package dev.migrator.sample.workout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.migrator.sample.exercise.Exercise;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/**
 * An exercise as it was done in a workout.
 */
@Entity
@Table(name = "exercise_logs", indexes = { @Index(name = "ix_exercise_logs_workout_id", columnList = "workout_id"),
		@Index(name = "ix_exercise_logs_exercise_id", columnList = "exercise_id") })
public class ExerciseLog {

	@Id
	@GeneratedValue(strategy = GenerationType.UUID)
	private @Nullable UUID id;

	@JsonIgnore
	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "workout_id", nullable = false, foreignKey = @ForeignKey(name = "fk_exercise_logs_workout"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	private Workout workout;

	@JsonIgnore
	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "exercise_id", nullable = false, foreignKey = @ForeignKey(name = "fk_exercise_logs_exercise"))
	private Exercise exercise;

	@Column(nullable = false)
	private int sets;

	@Column(nullable = false)
	private int reps;

	@Column(nullable = false, precision = 6, scale = 2)
	private BigDecimal weightKg;

	@Column(nullable = false, precision = 10, scale = 2)
	private BigDecimal volumeKg;

	@Column(nullable = false, updatable = false)
	private Instant loggedAt;

	protected ExerciseLog() {
	}

	ExerciseLog(Workout workout, Exercise exercise, int sets, int reps, BigDecimal weightKg, Instant loggedAt) {
		this.workout = workout;
		this.exercise = exercise;
		this.sets = sets;
		this.reps = reps;
		this.weightKg = weightKg.setScale(2);
		this.volumeKg = this.weightKg.multiply(BigDecimal.valueOf((long) sets * reps));
		this.loggedAt = loggedAt;
	}

	public @Nullable UUID getId() {
		return this.id;
	}

	public @Nullable UUID getWorkoutId() {
		return this.workout.getId();
	}

	public @Nullable UUID getExerciseId() {
		return this.exercise.getId();
	}

	public int getSets() {
		return this.sets;
	}

	public int getReps() {
		return this.reps;
	}

	public BigDecimal getWeightKg() {
		return this.weightKg;
	}

	/**
	 * All that was lifted: sets by repetitions by weight.
	 * @return the volume in kilograms
	 */
	public BigDecimal getVolumeKg() {
		return this.volumeKg;
	}

	public Instant getLoggedAt() {
		return this.loggedAt;
	}

}
