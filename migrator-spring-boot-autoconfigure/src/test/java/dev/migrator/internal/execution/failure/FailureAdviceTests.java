package dev.migrator.internal.execution.failure;

import java.time.Duration;

import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.state.ExecutionSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which settings are named beside a failure.
 */
class FailureAdviceTests {

	@Test
	void lockThatWasNotToBeHadNamesHowLongAndHowOftenItIsTried() {
		assertThat(advice("55P03", Duration.ZERO)).startsWith(
				"Each statement waits 1.5 s for a lock (migrator.lock.timeout), and a revision is tried again 7 times "
						+ "(migrator.lock.retries): raise one of them, or start again");
	}

	@Test
	void cancelledStatementMayHaveTakenTooLong() {
		assertThat(advice("57014", Duration.ofMillis(250)))
			.startsWith("A statement may take 250 ms (migrator.statement-timeout): raise it, or set it to 0");
	}

	@Test
	void statementThatMayTakeForEverWasCancelledBySomebody() {
		assertThat(advice("57014", Duration.ZERO))
			.startsWith("migrator.statement-timeout is 0: somebody cancelled it (pg_cancel_backend)");
	}

	@Test
	void sessionWhoseTimeWasOverSetsTheTimeItself() {
		assertThat(advice("25P04", Duration.ZERO)).contains("sets transaction_timeout itself");
		assertThat(advice("25P03", Duration.ZERO)).contains("sets idle_in_transaction_session_timeout itself");
		assertThat(advice("57P05", Duration.ZERO)).contains("sets idle_session_timeout itself");
	}

	@ParameterizedTest
	@ValueSource(strings = { "42703", "40P01", "40001", "53200", "?????" })
	void otherFailuresDependOnNoSetting(String sqlState) {
		assertThat(advice(sqlState, Duration.ZERO)).isEmpty();
	}

	private static String advice(String sqlState, Duration statementTimeout) {
		return FailureAdvice.on(new ServerError(sqlState, "it failed", null, null, null, 0),
				ExecutionSettings.builder()
					.lockTimeout(Duration.ofMillis(1500))
					.lockRetries(7)
					.concurrentWait(Duration.ofSeconds(30))
					.statementTimeout(statementTimeout)
					.build());
	}

}
