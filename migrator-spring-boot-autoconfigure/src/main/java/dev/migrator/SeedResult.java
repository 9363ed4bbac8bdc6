package dev.migrator;

import java.time.Duration;
import java.util.List;

import dev.migrator.execution.Seeded;

/**
 * What seeding did.
 *
 * @param seeded the scripts that were run, in order
 * @param skipped the scripts that had been run before as they are now, by their paths
 * @param duration how long all of it took, waiting included
 */
public record SeedResult(List<Seeded> seeded, List<String> skipped, Duration duration) {

}
