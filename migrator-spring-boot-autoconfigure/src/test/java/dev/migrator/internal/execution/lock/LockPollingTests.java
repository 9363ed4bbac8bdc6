package dev.migrator.internal.execution.lock;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import dev.migrator.execution.LockNotAcquiredException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Asking again and again until the answer is yes, within a bound.
 */
@ExtendWith(OutputCaptureExtension.class)
class LockPollingTests {

	private final AtomicInteger asked = new AtomicInteger();

	@Test
	void whatIsTrueAtOnceIsAskedOnceAndNobodyIsTold(CapturedOutput output) {
		assertThat(poll(Duration.ZERO, 1)).isTrue();

		assertThat(this.asked).hasValue(1);
		assertThat(output).doesNotContain("Waiting");
	}

	@Test
	void isAskedUntilTheAnswerIsYesAndSaidOnceThatSomebodyIsAwaited(CapturedOutput output) {
		assertThat(poll(Duration.ofMinutes(10), 4)).isTrue();

		assertThat(this.asked).hasValue(4);
		assertThat(output.getOut().split("s at most, for another migrator", -1)).hasSize(2);
		assertThat(output).containsPattern("Waiting, (600\\.0|599\\.9) s at most, for another migrator");
	}

	@Test
	void endsWhenTheTimeIsOver() {
		assertThat(poll(Duration.ofMillis(50), Integer.MAX_VALUE)).isFalse();

		assertThat(this.asked.get()).isBetween(2, 10);
	}

	@Test
	void withoutTimeItIsAskedOnce() {
		assertThat(poll(Duration.ZERO, Integer.MAX_VALUE)).isFalse();

		assertThat(this.asked).hasValue(1);
	}

	@Test
	void interruptEndsTheWait() {
		Thread.currentThread().interrupt();

		assertThatExceptionOfType(LockNotAcquiredException.class)
			.isThrownBy(() -> poll(Duration.ofMinutes(10), Integer.MAX_VALUE))
			.withMessageContaining("Interrupted while waiting for another migrator.");
		assertThat(Thread.interrupted()).isTrue();
	}

	/**
	 * Polls something that is true the n-th time it is asked.
	 */
	private boolean poll(Duration wait, int trueAt) {
		try (Waiting waiting = new Waiting(wait)) {
			while (this.asked.incrementAndGet() != trueAt) {
				if (!waiting.pause(() -> "another migrator")) {
					return false;
				}
			}
			return true;
		}
	}

}
