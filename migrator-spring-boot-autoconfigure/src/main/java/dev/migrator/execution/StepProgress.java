package dev.migrator.execution;

import java.time.Duration;

import dev.migrator.internal.dialect.connection.ServerActivity;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a run.
 *
 * @param step the step that is being run
 * @param number its number in the plan, from 1
 * @param of the number of steps of the plan
 * @param elapsed the time that the run has taken so far
 * @param server the report of the server about its work for the step, or {@code null}
 * when the step begins
 */
public record StepProgress(Step step, int number, int of, Duration elapsed, @Nullable ServerActivity server) {

}
