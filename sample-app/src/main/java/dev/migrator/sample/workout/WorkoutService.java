package dev.migrator.sample.workout;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import dev.migrator.sample.exercise.Exercise;
import dev.migrator.sample.exercise.ExerciseRepository;
import dev.migrator.sample.user.User;
import dev.migrator.sample.user.UserRepository;
import dev.migrator.sample.web.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done with workouts, one transaction each.
 */
@Service
@Transactional
class WorkoutService {

	private final UserRepository users;

	private final ExerciseRepository exercises;

	private final WorkoutRepository workouts;

	private final ExerciseLogRepository logs;

	WorkoutService(UserRepository users, ExerciseRepository exercises, WorkoutRepository workouts,
			ExerciseLogRepository logs) {
		this.users = users;
		this.exercises = exercises;
		this.workouts = workouts;
		this.logs = logs;
	}

	Workout plan(UUID userId, NewWorkout workout) {
		return this.workouts.save(new Workout(user(userId), workout.title(), workout.scheduledFor(), now()));
	}

	@Transactional(readOnly = true)
	List<Workout> workoutsOf(UUID userId) {
		return this.workouts.findByUserOrderByCreatedAt(user(userId));
	}

	@Transactional(readOnly = true)
	Workout workout(UUID id) {
		return this.workouts.findById(id).orElseThrow(() -> new NotFoundException("workout", id));
	}

	Workout change(UUID id, WorkoutStatus status) {
		Workout workout = workout(id);
		workout.become(status);
		return workout;
	}

	ExerciseLog log(UUID workoutId, NewExerciseLog log) {
		Workout workout = workout(workoutId);
		if (workout.getStatus() == WorkoutStatus.SKIPPED) {
			throw new StatusConflictException("In a workout that is SKIPPED nothing can be logged.");
		}
		return this.logs
			.save(new ExerciseLog(workout, exercise(log.exerciseId()), log.sets(), log.reps(), log.weightKg(), now()));
	}

	@Transactional(readOnly = true)
	List<ExerciseLog> logsOf(UUID workoutId) {
		return this.logs.findByWorkoutOrderByLoggedAt(workout(workoutId));
	}

	private User user(UUID id) {
		return this.users.findById(id).orElseThrow(() -> new NotFoundException("user", id));
	}

	private Exercise exercise(UUID id) {
		return this.exercises.findById(id).orElseThrow(() -> new NotFoundException("exercise", id));
	}

	/** PostgreSQL keeps microseconds: what is answered now is what is read later. */
	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MICROS);
	}

}
