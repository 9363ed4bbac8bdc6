package dev.migrator.execution;

import java.time.Duration;

import dev.migrator.internal.dialect.connection.ServerActivity;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param step the step that is being run
 * @param number its number in the plan, from 1
 * @param of how many steps the plan has
 * @param elapsed how long the run has taken so far
 * @param server what the server says that it is doing for the step, or {@code null} when
 * the step begins
 */
public record StepProgress(Step step, int number, int of, Duration elapsed, @Nullable ServerActivity server) {

}
