package dev.migrator.internal.execution.state;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The time at which a revision was last applied or stamped, and the role that did it.
 *
 * @param at the time at which it began, by the server's clock
 * @param duration its duration, or {@code null} if it was not run to its end or only
 * stamped
 * @param by the database role
 */
public record Applied(Instant at, @Nullable Duration duration, String by) {

}
