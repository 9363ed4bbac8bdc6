package dev.migrator.internal.execution.run;

import java.time.Duration;

import dev.migrator.execution.DryRun;
import dev.migrator.execution.Scripts;
import dev.migrator.revision.Plan;
import dev.migrator.revision.RangePlanner;
import org.junit.jupiter.api.Test;

import static dev.migrator.execution.Scripts.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * How much of a plan a dry run has tried.
 */
class TriedStepsTests {

	private final Plan plan = new RangePlanner(Scripts
		.scripts(script("a", "create table a ();"), Scripts.withoutTransaction("b <- a", "vacuum;"),
				script("c <- b", "create table c ();"))
		.graph()).upgrade("heads");

	private final TriedSteps attempts = new TriedSteps(this.plan);

	@Test
	void allOfItWhereNothingStandsAgainstIt() {
		succeed(3);

		assertThat(this.attempts.result().tried()).extracting("step.revision.id").containsExactly("a", "b", "c");
		assertThat(this.attempts.result().untried()).isEmpty();
	}

	@Test
	void noFurtherThanTheFirstThatRunsWithoutATransaction() {
		succeed(1);

		assertThat(this.attempts.result().tried()).extracting("step.revision.id").containsExactly("a");
		assertThat(this.attempts.result().untried()).extracting("step.revision.id", "reason")
			.containsExactly(tuple("b", "It runs without a transaction, and could not be rolled back."),
					tuple("c", "It comes after b, which cannot be tried."));
	}

	@Test
	void noFurtherThanWhatStopsIt() {
		succeed(2);
		this.attempts.stop("It needs the steps before it to be committed.");

		assertThat(this.attempts.stopped()).isTrue();
		assertThat(this.attempts.result().untried()).extracting("step.revision.id", "reason")
			.containsExactly(tuple("c", "It needs the steps before it to be committed."));
	}

	@Test
	void ofTwoTriesTheLastCounts() {
		succeed(1);
		this.attempts.stop("");

		this.attempts.begin();
		succeed(3);

		assertThat(this.attempts.stopped()).isFalse();
		assertThat(this.attempts.result().tried()).hasSize(3);
	}

	private void succeed(int steps) {
		this.plan.steps().subList(0, steps).forEach((step) -> this.attempts.add(new DryRun.Tried(step, Duration.ZERO)));
	}

}
