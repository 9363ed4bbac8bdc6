package dev.migrator.internal.dialect.session;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The limits of a session, where it is not known what the server can do.
 */
class SessionLimitsTests {

	private final SessionLimits limits = SessionLimits.of(Duration.ofSeconds(1), Duration.ofMinutes(1),
			Duration.ofMillis(1500));

	@Test
	void thoseOfATransactionEndWithIt() {
		assertThat(this.limits.local()).isEqualTo("SET LOCAL lock_timeout = 1000;SET LOCAL statement_timeout = 1500;");
	}

	@Test
	void thoseOfTheSessionLast() {
		assertThat(this.limits.session()).isEqualTo("SET lock_timeout = 1000;SET statement_timeout = 1500;");
	}

	@Test
	void statementThatRunsConcurrentlyMayWaitLongerUnlessTheScriptHasSaidHowLong() {
		assertThat(this.limits.waitConcurrently()).contains("set_config('lock_timeout', '60000', false)",
				"setting = '1000'");
		assertThat(this.limits.waitAsBefore()).contains("set_config('lock_timeout', '1000', false)",
				"setting = '60000'");
	}

}
