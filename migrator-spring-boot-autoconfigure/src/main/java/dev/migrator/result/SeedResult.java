package dev.migrator.result;

import java.time.Duration;
import java.util.List;

import dev.migrator.execution.Seeded;
import dev.migrator.internal.execution.words.StepDescription;

/**
 * The result of seeding.
 *
 * @param seeded the scripts that were run, in order
 * @param skipped the paths of the scripts that had been run before and were not edited
 * since
 * @param duration the duration of the work, without the time of waiting for a connection
 * or another migrator
 */
public record SeedResult(List<Seeded> seeded, List<String> skipped, Duration duration) {

	/**
	 * Describes the result in one line.
	 * @return the line
	 */
	public String summary() {
		int count = this.seeded.size();
		if (count == 0) {
			return this.skipped.isEmpty() ? "Nothing to seed: there are no seed scripts"
					: "Nothing to seed: all of the seed scripts had been run before";
		}
		return "Ran %s seed %s in %s%s".formatted(count, (count == 1) ? "script" : "scripts",
				StepDescription.time(this.duration),
				this.skipped.isEmpty() ? "" : "; %s had been run before".formatted(this.skipped.size()));
	}

}
