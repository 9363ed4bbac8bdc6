package dev.migrator.internal.execution.state;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * When and by whom a revision was last applied or stamped.
 *
 * @param at when it began, by the server's clock
 * @param duration how long it took, or {@code null} if it was not run to its end or only
 * stamped
 * @param by the database role
 */
public record Applied(Instant at, @Nullable Duration duration, String by) {

}
