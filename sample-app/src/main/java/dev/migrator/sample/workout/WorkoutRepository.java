package dev.migrator.sample.workout;

import java.util.List;
import java.util.UUID;

import dev.migrator.sample.user.User;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * The stored workouts.
 */
interface WorkoutRepository extends JpaRepository<Workout, UUID> {

	List<Workout> findByUserOrderByCreatedAt(User user);

}
