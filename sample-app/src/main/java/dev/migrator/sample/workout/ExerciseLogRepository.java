package dev.migrator.sample.workout;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * The stored exercise logs.
 */
interface ExerciseLogRepository extends JpaRepository<ExerciseLog, UUID> {

	List<ExerciseLog> findByWorkoutOrderByLoggedAt(Workout workout);

}
