package dev.migrator.result;

import java.time.Duration;
import java.util.List;

import dev.migrator.revision.Step;

/**
 * The result of a command.
 *
 * @param from the version rows before
 * @param to the version rows after
 * @param steps the steps that were run, in order; empty if there was nothing to do
 * @param duration the duration of the work, without the time of waiting for a connection
 * or another migrator
 * @param summary a description in one line
 */
public record MigrationResult(List<String> from, List<String> to, List<Step> steps, Duration duration, String summary) {

}
