package dev.migrator.result;

import java.time.Duration;

/**
 * The result of a reset.
 *
 * @param dropped the plan with the dropped objects
 * @param upgraded the result of the upgrade after it
 * @param seeded the result of seeding after that
 * @param duration the duration of the work, without the time of waiting for a connection
 * or another migrator
 */
public record ResetResult(ResetPlan dropped, MigrationResult upgraded, SeedResult seeded, Duration duration) {

}
