package dev.migrator.internal.execution.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.Resolution;
import dev.migrator.execution.Scripts;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.state.LastEntries;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.script.RevisionScripts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What follows from what a person says of a revision that stopped half-way.
 */
class RevisionResolverTests {

	private final RevisionScripts scripts = Scripts.scripts(Scripts.script("a", ""), Scripts.script("b <- a", ""),
			Scripts.script("c <- b", ""), Scripts.script("d <- a", ""));

	@Test
	void appliedRevisionTakesThePlaceOfWhatItFollows() {
		assertThat(resolve("c", Resolution.APPLIED, "b", "d")).containsExactlyInAnyOrder("c", "d");
	}

	@Test
	void revisionThatIsNotAppliedLeavesTheRowsOfWhatIs() {
		assertThat(resolve("c", Resolution.NOT_APPLIED, "b", "d")).containsExactlyInAnyOrder("b", "d");
		assertThat(resolve("a", Resolution.NOT_APPLIED)).isEmpty();
	}

	@Test
	void downgradeThatStoppedHalfWayIsDecidedInTheSameWay() {
		assertThat(resolve("c", Resolution.NOT_APPLIED, "c")).containsExactly("b");
		assertThat(resolve("c", Resolution.APPLIED, "c")).containsExactly("c");
	}

	@Test
	void revisionCannotBeAppliedBeforeWhatItFollows() {
		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(() -> resolve("c", Resolution.APPLIED, "a"))
			.withMessageStartingWith(
					"Revision c (c.sql) cannot count as applied, because it follows or depends on revisions that "
							+ "are not applied: b\n");
		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(() -> resolve("c", Resolution.APPLIED))
			.withMessageContaining("are not applied: a, b\n");
	}

	@Test
	void revisionCannotBeUndoneBelowWhatFollowsIt() {
		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> resolve("b", Resolution.NOT_APPLIED, "c"))
			.withMessageStartingWith(
					"Revision b (b.sql) cannot count as not applied, because applied revisions follow or depend on "
							+ "it: c\n");
		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> resolve("a", Resolution.NOT_APPLIED, "c", "d"))
			.withMessageContaining("depend on it: b, c, d\n");
	}

	@Test
	void revisionThatDidNotStopHalfWayIsNotResolved() {
		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> rows("b", Resolution.APPLIED, Map.of(), "a"))
			.withMessageContaining("(b.sql) did not stop half-way: it is not applied, so there is nothing to resolve.");
		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> rows("b", Resolution.NOT_APPLIED, Map.of("b", trace("b", "done")), "b"))
			.withMessageContaining("(b.sql) did not stop half-way: it is applied, so there is nothing to resolve.");
	}

	private List<String> resolve(String revision, Resolution resolution, String... rows) {
		return rows(revision, resolution, Map.of(revision, trace(revision, "failed")), rows);
	}

	private List<String> rows(String revision, Resolution resolution, Map<String, LastEntry> lastEntries,
			String... rows) {
		DatabaseState state = LastEntries.state(List.of(rows), lastEntries.values().toArray(LastEntry[]::new));
		ExecutionSettings settings = ExecutionSettings.builder()
			.lockWait(Duration.ZERO)
			.lockTimeout(Duration.ZERO)
			.lockRetries(0)
			.uploadTimeout(Duration.ZERO)
			.build();
		return new RevisionResolver(this.scripts, settings, () -> {
			throw new AssertionError("No connection is needed");
		}).rows(state, this.scripts.graph().resolve(revision), resolution);
	}

	private static LastEntry trace(String revision, String outcome) {
		return LastEntries.entry(7, revision, "upgrade", outcome);
	}

}
