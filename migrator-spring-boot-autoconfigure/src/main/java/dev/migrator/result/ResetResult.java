package dev.migrator.result;

import java.time.Duration;

/**
 * What a reset did.
 *
 * @param dropped what was dropped
 * @param upgraded what was applied then
 * @param seeded what was seeded then
 * @param duration how long the work took, without the time that a connection or another
 * migrator was waited for
 */
public record ResetResult(ResetPlan dropped, MigrationResult upgraded, SeedResult seeded, Duration duration) {

}
