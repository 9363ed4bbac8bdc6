package dev.migrator.internal.execution.failure;

import dev.migrator.internal.dialect.error.ServerError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RemedyTests {

	/**
	 * A lock, a deadlock, somebody who cancels, an administrator, a full disk, an
	 * operating system, a connection.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "55P03", "40P01", "40001", "57014", "57P01", "53100", "53200", "58030", "08006" })
	void scriptIsNotToBlameForWhatHappensOutsideOfIt(String state) {
		assertThat(remedy(state)).isEqualTo("Start again");
	}

	/**
	 * A time limit that the script sets itself ends the session.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "42601", "42P01", "22012", "25P04", "25P03", "57P05", "P0001", "?????" })
	void scriptIsFixedOtherwise(String state) {
		assertThat(remedy(state)).isEqualTo("Fix the script and start again");
	}

	@Test
	void rightThatIsMissingIsGivenOrNotNeeded() {
		assertThat(remedy("42501")).isEqualTo("Give the role the right, or fix the script, and start again");
	}

	@ParameterizedTest
	@ValueSource(strings = { "23505", "23502", "23503", "23514", "23P01" })
	void rowsThatDoNotFitAreFixedOrTheScriptTakesThem(String state) {
		assertThat(remedy(state)).isEqualTo("Fix the rows, or the script, and start again");
	}

	@Test
	void codeIsFixed() {
		assertThat(Remedy.of(null, "the script", "try again")).isEqualTo("Fix the script and try again");
	}

	private static String remedy(String state) {
		return Remedy.of(new ServerError(state, "no", null, null, null, 0), "the script", "start again");
	}

}
