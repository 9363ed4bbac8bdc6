package dev.migrator.internal.execution.state;

import java.util.List;

import dev.migrator.execution.Scripts;
import dev.migrator.internal.dialect.store.HistoryOutcome;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.text.Checksum;
import dev.migrator.testing.LambdaRevision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A revision in the history.
 */
class LastEntryTests {

	private static final Script SCRIPT = Scripts.script("b <- a", "create table b ();");

	private static final Checksum PRESENT = SCRIPT.checksum();

	@ParameterizedTest
	@CsvSource({ "done, true, false", "running, false, true", "failed, false, false" })
	void outcomeSaysHowFarItCame(String outcome, boolean finished, boolean running) {
		LastEntry trace = trace(outcome, null, 0);

		assertThat(trace.finished()).isEqualTo(finished);
		assertThat(trace.running()).isEqualTo(running);
	}

	@Test
	void onlyAnotherChecksumMadeInTheSameWayIsADifference() {
		assertThat(trace("done", "0123", PRESENT.version()).differsFrom(SCRIPT)).isTrue();
		assertThat(trace("done", PRESENT.value(), PRESENT.version()).differsFrom(SCRIPT)).isFalse();
		assertThat(trace("done", "0123", PRESENT.version() + 1).differsFrom(SCRIPT)).isFalse();
		assertThat(trace("done", null, PRESENT.version()).differsFrom(SCRIPT)).isFalse();
	}

	@Test
	void whatStoppedHalfWayMayBeEdited() {
		assertThat(trace("failed", "0123", PRESENT.version()).differsFrom(SCRIPT)).isFalse();
		assertThat(trace("running", "0123", PRESENT.version()).differsFrom(SCRIPT)).isFalse();
	}

	@Test
	void javaRevisionHasNothingToCompare() {
		Script java = LambdaRevision.inTransaction((op) -> op.execute("select 1"));

		assertThat(trace("done", "0123", PRESENT.version()).differsFrom(java)).isFalse();
	}

	@Test
	void stateOfADatabaseNamesWhatIsUnfinished() {
		DatabaseState state = Traces.state(List.of(), Traces.trace(1, "a", "upgrade", "running"),
				Traces.trace(2, "b", "upgrade", "done"), Traces.trace(3, "c", "downgrade", "failed"));

		assertThat(state.unfinished()).extracting(LastEntry::outcome)
			.containsExactly(HistoryOutcome.RUNNING, HistoryOutcome.FAILED);
	}

	private static LastEntry trace(String outcome, @Nullable String checksum, int version) {
		return Traces.trace(7, "b", "upgrade", outcome, checksum, version);
	}

}
