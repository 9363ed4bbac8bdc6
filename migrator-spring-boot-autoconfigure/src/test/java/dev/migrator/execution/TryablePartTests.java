package dev.migrator.execution;

import dev.migrator.revision.RangePlanner;
import dev.migrator.script.RevisionScripts;
import dev.migrator.script.Script;
import org.junit.jupiter.api.Test;

import static dev.migrator.execution.Scripts.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The part of a plan that can be tried in one transaction.
 */
class TryablePartTests {

	@Test
	void allOfItWhereNothingStandsAgainstIt() {
		TryablePart part = partOf(script("a", "create table a ();"), script("b <- a", "create table b ();"));

		assertThat(part.steps()).extracting("revision.id").containsExactly("a", "b");
		assertThat(part.rest()).isEmpty();
	}

	@Test
	void noFurtherThanTheFirstThatRunsWithoutATransaction() {
		TryablePart part = partOf(script("a", "create table a ();"), Scripts.withoutTransaction("b <- a", "vacuum;"),
				script("c <- b", "create table c ();"), Scripts.withoutTransaction("d <- c", "vacuum;"));

		assertThat(part.steps()).extracting("revision.id").containsExactly("a");
		assertThat(part.rest()).extracting("step.revision.id", "reason")
			.containsExactly(tuple("b", "It runs without a transaction, and could not be rolled back."),
					tuple("c", "It comes after b, which cannot be tried."),
					tuple("d", "It comes after b, which cannot be tried."));
	}

	@Test
	void noFurtherThanTheFirstThatNeedsWhatComesBeforeItToBeCommitted() {
		TryablePart part = partOf(script("a", "create table a ();"), script("b <- a", "alter type mood add value 'b';"),
				script("c <- b", "select 'b'::mood;"));

		assertThat(part.steps()).extracting("revision.id").containsExactly("a", "b");
		assertThat(part.rest()).singleElement()
			.extracting(DryRun.Untried::reason)
			.asString()
			.isEqualTo(
					"It needs what comes before it to be committed: the enum value 'b' is used in the transaction that "
							+ "adds it, which PostgreSQL refuses.");
	}

	private static TryablePart partOf(Script... written) {
		RevisionScripts scripts = Scripts.scripts(written);
		return TryablePart.of(new RangePlanner(scripts.graph()).upgrade("heads"), scripts, 18);
	}

}
