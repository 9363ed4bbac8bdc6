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
		LastEntry entry = entry(outcome, null, 0);

		assertThat(entry.finished()).isEqualTo(finished);
		assertThat(entry.running()).isEqualTo(running);
	}

	@Test
	void onlyAnotherChecksumMadeInTheSameWayIsADifference() {
		assertThat(entry("done", "0123", PRESENT.version()).differsFrom(SCRIPT)).isTrue();
		assertThat(entry("done", PRESENT.value(), PRESENT.version()).differsFrom(SCRIPT)).isFalse();
		assertThat(entry("done", "0123", PRESENT.version() + 1).differsFrom(SCRIPT)).isFalse();
		assertThat(entry("done", null, PRESENT.version()).differsFrom(SCRIPT)).isFalse();
	}

	@Test
	void whatStoppedHalfWayMayBeEdited() {
		assertThat(entry("failed", "0123", PRESENT.version()).differsFrom(SCRIPT)).isFalse();
		assertThat(entry("running", "0123", PRESENT.version()).differsFrom(SCRIPT)).isFalse();
	}

	@Test
	void javaRevisionHasNothingToCompare() {
		Script java = LambdaRevision.inTransaction((op) -> op.execute("select 1"));

		assertThat(entry("done", "0123", PRESENT.version()).differsFrom(java)).isFalse();
	}

	@Test
	void stateOfADatabaseNamesWhatIsUnfinished() {
		DatabaseState state = LastEntries.state(List.of(), LastEntries.entry(1, "a", "upgrade", "running"),
				LastEntries.entry(2, "b", "upgrade", "done"), LastEntries.entry(3, "c", "downgrade", "failed"));

		assertThat(state.unfinished()).extracting(LastEntry::outcome)
			.containsExactly(HistoryOutcome.RUNNING, HistoryOutcome.FAILED);
	}

	private static LastEntry entry(String outcome, @Nullable String checksum, int version) {
		return LastEntries.entry(7, "b", "upgrade", outcome, checksum, version);
	}

}
