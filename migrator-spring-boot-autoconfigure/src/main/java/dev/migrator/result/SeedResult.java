package dev.migrator.result;

import java.time.Duration;
import java.util.List;

import dev.migrator.execution.Seeded;
import dev.migrator.internal.execution.words.StepDescription;

/**
 * What seeding did.
 *
 * @param seeded the scripts that were run, in order
 * @param skipped the scripts that had been run before as they are now, by their paths
 * @param duration how long the work took, without the time that a connection or another
 * migrator was waited for
 */
public record SeedResult(List<Seeded> seeded, List<String> skipped, Duration duration) {

	/**
	 * All of this in one line, for people.
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
