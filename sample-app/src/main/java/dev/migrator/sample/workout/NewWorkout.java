package dev.migrator.sample.workout;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to plan a workout.
 *
 * @param title what it is about
 * @param scheduledFor when it is to be, if that is known
 */
record NewWorkout(@NotBlank @Size(max = 200) String title, @Nullable Instant scheduledFor) {

}
