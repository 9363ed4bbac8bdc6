package dev.migrator.internal.execution.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.execution.NoSchemaException;
import dev.migrator.execution.ProgressPace;
import dev.migrator.execution.RunStoppedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.watch.CancelOnShutdown;
import dev.migrator.internal.execution.watch.Progress;
import dev.migrator.internal.execution.watch.RunWatch;
import dev.migrator.internal.execution.words.ScriptTitle;
import dev.migrator.internal.execution.words.Stoppable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The failures that are tried again, and their number.
 */
class LockRetryTests {

	private static final String LOCK_NOT_AVAILABLE = "55P03";

	private static final ExecutionSettings SETTINGS = ExecutionSettings.builder()
		.lockWait(Duration.ZERO)
		.lockTimeout(Duration.ofMinutes(1))
		.lockRetries(0)
		.uploadTimeout(Duration.ZERO)
		.build();

	private final List<Boolean> tries = new ArrayList<>();

	private final CancelOnShutdown shutdown = new CancelOnShutdown(Stoppable.MIGRATION, () -> {
	});

	/** There is no second connection to be had, so it looks at nothing. */
	private final RunWatch watch = new RunWatch(() -> {
		throw new NoSchemaException();
	}, null, 0, SETTINGS, new Progress(List.of(), ProgressPace.DEFAULT));

	@AfterEach
	void close() {
		this.watch.close();
		this.shutdown.close();
	}

	@Test
	void whatSucceedsIsNotTriedAgain() {
		retry(3, this.tries::add);

		assertThat(this.tries).containsExactly(false);
	}

	@ParameterizedTest
	@ValueSource(strings = { LOCK_NOT_AVAILABLE, "40P01", "40001" })
	void lockDeadlockAndSerializationFailureAreTriedAgain(String sqlState) {
		retry(1, (again) -> {
			this.tries.add(again);
			if (!again) {
				throw failure(sqlState);
			}
		});

		assertThat(this.tries).containsExactly(false, true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "57014", "42601", "23505", "55P04", "08006", "?????" })
	void otherFailuresAreNot(String sqlState) {
		ScriptFailedException failure = failure(sqlState);

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> fail(3, failure)).isSameAs(failure);
		assertThat(this.tries).hasSize(1);
	}

	@Test
	void failureThatIsNotTheServersIsNot() {
		ScriptFailedException failure = failure(null);

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> fail(3, failure)).isSameAs(failure);
		assertThat(this.tries).hasSize(1);
	}

	@Test
	void failureOnceTooOftenSaysHowOftenItWasTried() {
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> fail(2, failure(LOCK_NOT_AVAILABLE)))
			.satisfies((ex) -> assertThat(ex.description()).endsWith("\n\n  Tried 3 times."));
		assertThat(this.tries).containsExactly(false, true, true);
	}

	@Test
	void withoutRetriesItIsTriedOnce() {
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> fail(0, failure(LOCK_NOT_AVAILABLE)))
			.satisfies((ex) -> assertThat(ex.description()).endsWith("\n\n  Tried once."));
		assertThat(this.tries).hasSize(1);
	}

	@Test
	void tryWithoutAnEndIsAMistakeOfItsAuthor() {
		LockRetry retry = new LockRetry(3, this.shutdown, this.watch);
		assertThat(retry.goesOn()).isTrue();

		assertThatIllegalStateException().isThrownBy(retry::goesOn);
	}

	@Test
	void threadThatIsInterruptedTriesNothing() {
		Thread.currentThread().interrupt();

		assertThatExceptionOfType(RunStoppedException.class).isThrownBy(() -> retry(3, this.tries::add));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.tries).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1, 200", "2, 400", "3, 800", "6, 6400", "7, 10000", "8, 10000", "58, 10000", "65, 10000" })
	void pausesDoubleUpToTenSeconds(int attempt, long millis) {
		assertThat(LockRetry.longestPause(attempt)).isEqualTo(millis);
	}

	@ParameterizedTest
	@CsvSource({ "PT1S, PT0.25S", "PT0.2S, PT0.05S", "PT0.04S, PT0.02S", "PT2S, PT0.5S", "PT1M, PT0.5S",
			"PT0S, PT0.5S" })
	void whoIsInTheWayIsLookedForBeforeTheWaitForTheLockIsOver(Duration lockTimeout, Duration pause) {
		assertThat(RunWatch.pause(lockTimeout)).isEqualTo(pause);
	}

	private void fail(int retries, ScriptFailedException failure) {
		retry(retries, (again) -> {
			this.tries.add(again);
			throw failure;
		});
	}

	private void retry(int retries, Consumer<Boolean> work) {
		LockRetry retry = new LockRetry(retries, this.shutdown, this.watch);
		while (retry.goesOn()) {
			try {
				work.accept(retry.again());
				retry.succeeded();
			}
			catch (ScriptFailedException ex) {
				retry.failed(ex);
			}
		}
	}

	private static ScriptFailedException failure(@Nullable String sqlState) {
		ServerError error = (sqlState != null) ? new ServerError(sqlState, "it failed", null, null, null, 0) : null;
		return new ScriptFailedException(new ScriptTitle("b", "Revision b", "Revision b (b.sql)"),
				"in statement 1 of 1", null, 0, error, "it failed", "Start again.", null);
	}

}
