package dev.migrator.internal.autogenerate.revision;

import java.util.List;

/**
 * The result of the trial of generated revisions.
 *
 * @param lines the descriptions of what was tried and what was not, for the user
 */
public record TrialReport(List<String> lines) {

	public TrialReport {
		lines = List.copyOf(lines);
	}

	static TrialReport notTried(String why) {
		return new TrialReport(List.of("Not tried in a scratch database: " + why));
	}

}
