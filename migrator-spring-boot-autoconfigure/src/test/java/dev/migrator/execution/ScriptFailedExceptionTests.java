package dev.migrator.execution;

import java.util.List;

import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.execution.words.ScriptTitle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is added to a failure on its way up.
 */
class ScriptFailedExceptionTests {

	private static final ServerError TIMEOUT = new ServerError("55P03", "canceling statement due to lock timeout", null,
			null, null, 0);

	private final ScriptFailedException failure = new ScriptFailedException(
			new ScriptTitle("b", "Revision b", "Revision b (b.sql)"), "in statement 2 of 3, line 9",
			new FailurePlace(0, "running it", 2, 3, 3, 0, "drop table t"), 9, TIMEOUT, "    drop table t",
			"Nothing was kept.", null);

	@Test
	void nothingIsAddedWhereThereIsNothingToSay() {
		assertThat(this.failure.withAdvice("")).isSameAs(this.failure);
		assertThat(this.failure.description())
			.isEqualTo("Revision b (b.sql) failed in statement 2 of 3, line 9:\n\n    drop table t");
		assertThat(this.failure.blockers()).isEmpty();
	}

	@Test
	void triesAndWhoWasInTheWayAreToldAndKept() {
		ScriptFailedException tried = this.failure.afterRetries(3, List.of("process 7", "process 8"));

		assertThat(tried.description())
			.isEqualTo(this.failure.description() + "\n\n  Tried 3 times. It waited for process 7\n  and process 8");
		assertThat(tried.blockers()).containsExactly("process 7", "process 8");
		assertThat(this.failure.afterRetries(1, List.of()).description()).endsWith("\n\n  Tried once.");
	}

	@Test
	void adviceStandsBehindWhatBecameOfTheDatabase() {
		ScriptFailedException advised = this.failure.afterRetries(2, List.of("process 7")).withAdvice("Wait longer.");

		assertThat(advised.action()).isEqualTo("Nothing was kept.\n\nWait longer.");
		assertThat(advised.blockers()).containsExactly("process 7");
	}

	@Test
	void whatItKnowsOfTheFailureStays() {
		this.failure.addSuppressed(new IllegalStateException("the pool is closed"));

		ScriptFailedException last = this.failure.afterRetries(2, List.of()).withAdvice("Wait longer.");

		assertThat(last).hasSuppressedException(this.failure.getSuppressed()[0]);
		assertThat(last.revision()).isEqualTo("b");
		assertThat(last.title()).isEqualTo("Revision b");
		assertThat(last).extracting("statement", "line", "error").containsExactly(2, 9, TIMEOUT);
		assertThat(last.getStackTrace()).isEqualTo(this.failure.getStackTrace());
	}

}
