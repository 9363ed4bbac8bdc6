package dev.migrator.execution;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When it is said what the server is doing: after 3 seconds, then every 5.
 */
class ProgressPaceTests {

	@ParameterizedTest(name = "running for {0} s, silent for {1} s: {2}")
	@CsvSource({ "2.999, 2.999, false", "3, 3, true", "3, 40, true", "2, 40, false", "3.5, 0.5, false",
			"7.999, 4.999, false", "8, 5, true", "600, 4, false", "600, 5, true" })
	void firstThingIsSaidOfTheStepAndThenOneAfterTheOther(double running, double silent, boolean due) {
		assertThat(ProgressPace.DEFAULT.due(seconds(running), seconds(silent))).isEqualTo(due);
	}

	private static Duration seconds(double seconds) {
		return Duration.ofMillis(Math.round(seconds * 1000));
	}

}
