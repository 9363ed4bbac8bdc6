package dev.migrator.result;

import java.time.Duration;
import java.util.List;

import dev.migrator.revision.Step;

/**
 * What a command did.
 *
 * @param from the version rows before
 * @param to the version rows after
 * @param steps what was run, in order; empty if there was nothing to do
 * @param duration how long the work took, without the time that a connection or another
 * migrator was waited for
 * @param summary all of this in one line, for people
 */
public record MigrationResult(List<String> from, List<String> to, List<Step> steps, Duration duration, String summary) {

}
