package dev.migrator.internal.autogenerate.revision;

import java.util.List;

/**
 * What came of trying revisions that were generated.
 *
 * @param lines what was tried and what was not, in words for the user
 */
public record TrialReport(List<String> lines) {

	public TrialReport {
		lines = List.copyOf(lines);
	}

	static TrialReport notTried(String why) {
		return new TrialReport(List.of("Not tried in a scratch database: " + why));
	}

}
