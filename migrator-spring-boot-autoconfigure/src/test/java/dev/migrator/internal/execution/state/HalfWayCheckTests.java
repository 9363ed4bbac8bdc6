package dev.migrator.internal.execution.state;

import java.util.List;

import dev.migrator.execution.HalfWay;
import dev.migrator.execution.HalfWayException;
import dev.migrator.execution.Scripts;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Planner;
import dev.migrator.revision.RevisionGraph;
import org.junit.jupiter.api.Test;

import static dev.migrator.internal.execution.state.LastEntries.entry;
import static dev.migrator.internal.execution.state.LastEntries.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What may be done while a revision is half-way, on a fork: {@code a <- b <- c} and
 * {@code a <- x}.
 */
class HalfWayCheckTests {

	private final RevisionGraph graph = Scripts
		.scripts(Scripts.script("a", ""), Scripts.script("b <- a", ""), Scripts.script("c <- b", ""),
				Scripts.script("x <- a", ""))
		.graph();

	private final HalfWayCheck check = new HalfWayCheck(this.graph);

	private final Planner planner = new Planner(this.graph);

	@Test
	void upgradeGoesOnWithWhatIsBeingApplied() {
		DatabaseState state = state(List.of("a"), entry(1, "a", "upgrade", "done"), entry(2, "b", "upgrade", "failed"));

		Plan plan = this.planner.upgrade(state.rows(), "c");

		assertThat(this.check.of(plan, state)).isSameAs(plan);
	}

	@Test
	void upgradeBesideWhatIsBeingAppliedIsFine() {
		DatabaseState state = state(List.of("a"), entry(1, "a", "upgrade", "done"), entry(2, "b", "upgrade", "failed"));

		Plan plan = this.planner.upgrade(state.rows(), "x");

		assertThat(this.check.of(plan, state)).isSameAs(plan);
	}

	@Test
	void nothingIsUndoneBelowOrBesideWhatIsBeingApplied() {
		DatabaseState state = state(List.of("x"), entry(2, "b", "upgrade", "running"));

		assertRefused(this.planner.downgrade(state.rows(), "base"), state, "nothing else is undone");
		assertRefused(this.planner.downgrade(state.rows(), "a"), state, "nothing else is undone");
		assertRefused(this.planner.downgrade(state.rows(), "x"), state, "nothing else is undone");
	}

	@Test
	void nothingIsStampedWhileARevisionIsHalfWay() {
		for (String direction : List.of("upgrade", "downgrade")) {
			DatabaseState state = state(List.of("b"), entry(2, "b", direction, "failed"));

			assertRefused(this.planner.stamp(state.rows(), List.of("base")), state, "nothing else is stamped");
			assertRefused(this.planner.stamp(state.rows(), List.of("c")), state, "nothing else is stamped");
			assertRefused(this.planner.stamp(state.rows(), List.of("b")), state, "nothing else is stamped");
		}
	}

	@Test
	void nothingIsAppliedAboveOrBesideWhatIsBeingUndone() {
		DatabaseState state = state(List.of("b"), entry(2, "b", "downgrade", "failed"));

		assertRefused(this.planner.upgrade(state.rows(), "b"), state, "nothing else is applied");
		assertRefused(this.planner.upgrade(state.rows(), "c"), state, "nothing else is applied");
		assertRefused(this.planner.upgrade(state.rows(), "x"), state, "nothing else is applied");
	}

	@Test
	void downgradeGoesOnWithWhatIsBeingUndone() {
		DatabaseState state = state(List.of("b"), entry(2, "b", "downgrade", "failed"));

		for (String target : List.of("b-1", "a", "base")) {
			Plan plan = this.planner.downgrade(state.rows(), target);
			assertThat(this.check.of(plan, state)).isSameAs(plan);
		}
		assertRefused(this.planner.downgrade(state.rows(), "b"), state, "nothing else is undone");
	}

	@Test
	void revisionDoesNotGoOnWhenWhatItStandsOnWasUndoneSince() {
		DatabaseState undone = state(List.of(), entry(2, "b", "upgrade", "failed"));
		DatabaseState appliedAgain = state(List.of("a"), entry(3, "a", "upgrade", "done"),
				entry(2, "b", "upgrade", "failed"));
		DatabaseState stampedAgain = state(List.of("a"), entry(3, "a", "stamp", "done"),
				entry(2, "b", "upgrade", "failed"));

		assertRefused(this.planner.upgrade(undone.rows(), "heads"), undone, "or were applied again since it began");
		assertRefused(this.planner.upgrade(appliedAgain.rows(), "heads"), appliedAgain,
				"or were applied again since it began");
		assertThat(this.check.of(this.planner.upgrade(stampedAgain.rows(), "heads"), stampedAgain).isEmpty()).isFalse();
	}

	@Test
	void revisionThatNoScriptKnowsIsSomebodyElsesToSettle() {
		DatabaseState state = state(List.of("a"), entry(2, "gone", "upgrade", "failed"));

		assertThat(this.check.of(this.planner.downgrade(state.rows(), "base"), state).isEmpty()).isFalse();
	}

	@Test
	void refusalSaysHowFarItCameAndHowToGoOn() {
		DatabaseState state = state(List.of("b"), entry(2, "b", "downgrade", "failed"));

		assertThatExceptionOfType(HalfWayException.class).isThrownBy(() -> this.check.noneIsHalfUndone(state))
			.withMessage("""
					Revision b is half-way: its downgrade stopped after 1 of 3 statements.

					The database does not match its version rows.

					Continue it: migrator downgrade b@-1
					Or finish or undo it by hand, and record that: migrator resolve b --applied (or \
					--not-applied, or --done <statements>)
					Nothing has been run.""");
	}

	private void assertRefused(Plan plan, DatabaseState state, String why) {
		assertThatExceptionOfType(HalfWayException.class).isThrownBy(() -> this.check.of(plan, state))
			.withMessageContaining(why)
			.satisfies((ex) -> assertThat(ex.revisions()).extracting(HalfWay::revision).containsExactly("b"));
	}

}
