package dev.migrator.execution;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The limits of a session, where it is not known what the server can do.
 */
class SessionLimitsTests {

	private final SessionLimits limits = SessionLimits
		.of(new ExecutionSettings(TransactionMode.PER_REVISION, Duration.ZERO, Duration.ofSeconds(1), 0,
				Duration.ofMinutes(1), Duration.ofMillis(1500), Duration.ZERO, "UTC", null));

	@Test
	void thoseOfATransactionEndWithIt() {
		assertThat(this.limits.local()).isEqualTo("SET LOCAL lock_timeout = 1000;SET LOCAL statement_timeout = 1500;");
	}

	@Test
	void statementThatRunsConcurrentlyMayWaitLonger() {
		assertThat(this.limits.session(false)).isEqualTo("SET lock_timeout = 1000;SET statement_timeout = 1500;");
		assertThat(this.limits.session(true)).isEqualTo("SET lock_timeout = 60000;SET statement_timeout = 1500;");
	}

}
