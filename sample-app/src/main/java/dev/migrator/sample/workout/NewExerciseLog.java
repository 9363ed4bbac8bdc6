package dev.migrator.sample.workout;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * What it takes to log an exercise.
 *
 * @param exerciseId which exercise
 * @param sets how many sets were done
 * @param reps how many repetitions each set had
 * @param weightKg the weight in kilograms, 0 for one's own
 */
record NewExerciseLog(@NotNull UUID exerciseId, @Positive @Max(100) int sets, @Positive @Max(500) int reps,
		@NotNull @PositiveOrZero @DecimalMax("1000") @Digits(integer = 4, fraction = 2) BigDecimal weightKg) {

}
