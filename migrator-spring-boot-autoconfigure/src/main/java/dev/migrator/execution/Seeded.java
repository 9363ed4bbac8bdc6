package dev.migrator.execution;

import java.time.Duration;

/**
 * A seed script that was run.
 *
 * @param script its path inside the location
 * @param duration its duration
 */
public record Seeded(String script, Duration duration) {

}
