package dev.migrator.sample.workout;

import jakarta.validation.constraints.NotNull;

/**
 * A step that a workout is to take.
 *
 * @param status the new status
 */
record StatusChange(@NotNull WorkoutStatus status) {

}
