package dev.migrator.internal.execution.words;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import dev.migrator.internal.dialect.connection.ServerActivity;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import dev.migrator.revision.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The names of steps in the log.
 */
class StepDescriptionTests {

	private static final Step APPLY = step(Direction.UPGRADE, "add table", "a");

	@Test
	void upgradeGoesUpAndDowngradeGoesDown() {
		assertThat(StepDescription.running(APPLY)).isEqualTo("Running upgrade a -> b, add table");
		assertThat(StepDescription.running(step(Direction.DOWNGRADE, "add table", "a")))
			.isEqualTo("Running downgrade b -> a, add table");
	}

	@Test
	void firstRevisionComesFromTheBaseAndAMergeFromSeveral() {
		assertThat(StepDescription.describe(step(Direction.UPGRADE, "", new String[0]))).isEqualTo("<base> -> b");
		assertThat(StepDescription.describe(step(Direction.UPGRADE, "merge", "a1", "a2")))
			.isEqualTo("a1, a2 -> b, merge");
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, ''", "1, 2, ' (1 of 2)'", "12, 40, ' (12 of 40)'" })
	void stepsAreNumberedIfThereAreSeveral(int number, int of, String place) {
		assertThat(StepDescription.running(APPLY, number, of)).isEqualTo("Running upgrade a -> b, add table" + place);
		assertThat(StepDescription.trying(APPLY, number, of)).isEqualTo("Trying upgrade a -> b, add table" + place);
		assertThat(still(APPLY, number, of)).isEqualTo(
				"Still running upgrade b" + place + ", for 3.4 s: CREATE INDEX: building index: scanning table, 45 %");
	}

	@Test
	void stampIsCalledByWhatItNames() {
		Step first = new Step(Direction.STAMP, null, List.of(), List.of("b"), List.of("b"));
		Step other = new Step(Direction.STAMP, null, List.of("b"), List.of("c", "d"), List.of("c", "d"));
		Step none = new Step(Direction.STAMP, null, List.of("c", "d"), List.of(), List.of());
		Step again = new Step(Direction.STAMP, null, List.of(), List.of(), List.of("b"));

		assertThat(List.of(first, other, none, again)).extracting(StepDescription::running)
			.containsExactly("Running stamp b", "Running stamp b -> c, d", "Running stamp c, d -> <base>",
					"Running stamp b");
		assertThat(StepDescription.done(other, Duration.ofMillis(7))).isEqualTo("Finished stamp c, d in 7 ms");
		assertThat(StepDescription.done(none, Duration.ofMillis(7))).isEqualTo("Finished stamp <base> in 7 ms");
	}

	@ParameterizedTest
	@CsvSource({ "0, 0 ms", "12, 12 ms", "999, 999 ms", "1000, 1.0 s", "3449, 3.4 s", "61000, 61.0 s",
			"3600000, 3600.0 s" })
	void timeIsInMillisecondsUpToASecondAndThenInSeconds(long millis, String time) {
		assertThat(StepDescription.time(Duration.ofMillis(millis).plusNanos(999_999))).isEqualTo(time);
	}

	@Test
	void timeDoesNotDependOnTheLanguageOfTheMachine() {
		Locale machine = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			assertThat(StepDescription.time(Duration.ofMillis(1500))).isEqualTo("1.5 s");
		}
		finally {
			Locale.setDefault(machine);
		}
	}

	private static String still(Step step, int number, int of) {
		return StepDescription.still(step, number, of, Duration.ofMillis(3400),
				new ServerActivity(Duration.ofMillis(3300), "CREATE INDEX", "building index: scanning table", 45));
	}

	private static Step step(Direction direction, String message, String... down) {
		Revision revision = new Revision("b", List.of(down), List.of(), List.of(), message, "b.sql");
		return new Step(direction, revision, List.of(), List.of(), List.of());
	}

}
