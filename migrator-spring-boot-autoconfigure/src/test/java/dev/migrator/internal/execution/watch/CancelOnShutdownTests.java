package dev.migrator.internal.execution.watch;

import java.util.concurrent.atomic.AtomicInteger;

import dev.migrator.execution.RunStoppedException;
import dev.migrator.internal.execution.words.Stoppable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An interrupt of the thread, and the run that it ends. What the end of the process does
 * is tested with a process.
 */
class CancelOnShutdownTests {

	private final AtomicInteger cancels = new AtomicInteger();

	private final CancelOnShutdown running = new CancelOnShutdown(Stoppable.MIGRATION, this.cancels::incrementAndGet);

	@AfterEach
	void close() {
		Thread.interrupted();
		this.running.close();
	}

	@Test
	void nothingIsCancelledWhileNobodyWantsToEndIt() {
		this.running.check();
		this.running.pause(300);

		assertThat(this.cancels).hasValue(0);
	}

	@Test
	void interruptCancelsAgainAndAgainBecauseOneBetweenTwoStatementsIsLost() {
		Thread.currentThread().interrupt();
		// An interrupted thread cannot sleep.
		for (long end = System.nanoTime() + 60_000_000_000L; this.cancels.get() < 2 && System.nanoTime() < end;) {
			Thread.onSpinWait();
		}

		assertThat(this.cancels).hasValueGreaterThanOrEqualTo(2);
		assertThatExceptionOfType(RunStoppedException.class).isThrownBy(this.running::check)
			.withMessageContaining("because its thread was interrupted");
	}

	@Test
	void pauseEndsWithTheInterruptAndTheThreadStaysInterrupted() {
		Thread.currentThread().interrupt();

		assertThatExceptionOfType(RunStoppedException.class).isThrownBy(() -> this.running.pause(600_000));
		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

	@Test
	void whatWasCancelledIsTheCause() {
		IllegalStateException cancelled = new IllegalStateException();
		Thread.currentThread().interrupt();

		assertThatExceptionOfType(RunStoppedException.class).isThrownBy(() -> this.running.check(cancelled))
			.withCause(cancelled);
	}

}
