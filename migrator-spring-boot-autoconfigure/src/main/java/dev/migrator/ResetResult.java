package dev.migrator;

import java.time.Duration;

/**
 * What a reset did.
 *
 * @param dropped what was dropped
 * @param upgraded what was applied then
 * @param seeded what was seeded then
 * @param duration how long all of it took, waiting included
 */
public record ResetResult(ResetPlan dropped, MigrationResult upgraded, SeedResult seeded, Duration duration) {

}
