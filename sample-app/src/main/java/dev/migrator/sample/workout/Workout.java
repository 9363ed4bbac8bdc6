package dev.migrator.sample.workout;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.migrator.sample.user.User;
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
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a user plans to do, does, or has done on one occasion.
 */
@Entity
@Table(name = "workouts", indexes = @Index(name = "ix_workouts_user_id_created_at", columnList = "user_id, created_at"))
public class Workout {

	@Id
	@GeneratedValue(strategy = GenerationType.UUID)
	private @Nullable UUID id;

	@JsonIgnore
	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", nullable = false, foreignKey = @ForeignKey(name = "fk_workouts_user"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	private User user;

	@Column(nullable = false, length = 200)
	private String title;

	@Column(nullable = false, columnDefinition = "workout_status")
	@JdbcTypeCode(SqlTypes.NAMED_ENUM)
	@ColumnDefault("'PLANNED'")
	private WorkoutStatus status = WorkoutStatus.PLANNED;

	private @Nullable Instant scheduledFor;

	@Column(nullable = false, updatable = false)
	private Instant createdAt;

	protected Workout() {
	}

	Workout(User user, String title, @Nullable Instant scheduledFor, Instant createdAt) {
		this.user = user;
		this.title = title;
		this.scheduledFor = scheduledFor;
		this.createdAt = createdAt;
	}

	/**
	 * Lets the workout take the next step.
	 * @param next the new status
	 * @throws StatusConflictException if it does not follow the present one
	 */
	void become(WorkoutStatus next) {
		if (!this.status.canBecome(next)) {
			throw new StatusConflictException("A workout that is " + this.status + " cannot become " + next + ".");
		}
		this.status = next;
	}

	public @Nullable UUID getId() {
		return this.id;
	}

	public @Nullable UUID getUserId() {
		return this.user.getId();
	}

	public String getTitle() {
		return this.title;
	}

	public WorkoutStatus getStatus() {
		return this.status;
	}

	public @Nullable Instant getScheduledFor() {
		return this.scheduledFor;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

}
