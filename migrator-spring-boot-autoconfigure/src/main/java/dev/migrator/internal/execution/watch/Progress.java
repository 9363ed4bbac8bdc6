package dev.migrator.internal.execution.watch;

import java.time.Duration;
import java.util.List;

import dev.migrator.execution.ProgressPace;
import dev.migrator.execution.StepListener;
import dev.migrator.execution.StepProgress;
import dev.migrator.internal.dialect.connection.ServerActivity;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.execution.words.StepDescription;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * Reports the progress of a run to the log and to listeners: the number of the step, and
 * what the server is doing when a step takes long. The run sets the current step; another
 * thread, which has a second connection, asks the server.
 */
public final class Progress {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final List<StepListener> listeners;

	private final ProgressPace pace;

	private final long start = System.nanoTime();

	private volatile @Nullable Current current;

	/** Used by the watching thread alone. */
	private long said = this.start;

	public Progress(List<StepListener> listeners, ProgressPace pace) {
		this.listeners = listeners;
		this.pace = pace;
	}

	/**
	 * Records that a step begins.
	 */
	public void begin(Step step, int number, int of) {
		Current begun = new Current(step, number, of, System.nanoTime());
		StepProgress progress = progress(begun, null);
		this.listeners.forEach((listener) -> listener.progress(progress));
		this.current = begun;
	}

	/**
	 * Records that no step is being run.
	 */
	public void end() {
		this.current = null;
	}

	/**
	 * Reports what the server is doing, if a report is due.
	 * @param observer the session that asks the server
	 * @param pid the server's process that works for the run
	 */
	void look(ServerConnection observer, int pid) {
		Current now = this.current;
		if (now == null || !this.pace.due(since(now.start()), since(this.said))) {
			return;
		}
		ServerActivity.of(observer, pid)
			.filter((activity) -> activity.running().compareTo(this.pace.first()) >= 0)
			.ifPresent((activity) -> say(now, activity));
	}

	private void say(Current now, ServerActivity activity) {
		if (!now.equals(this.current)) {
			return;
		}
		this.said = System.nanoTime();
		logger.info(StepDescription.still(now.step(), now.number(), now.of(), since(now.start()), activity));
		StepProgress progress = progress(now, activity);
		for (StepListener listener : this.listeners) {
			try {
				listener.progress(progress);
			}
			catch (RuntimeException ex) {
				// A run does not end because its progress could not be reported.
				logger.debug("A listener failed", ex);
			}
		}
	}

	private StepProgress progress(Current now, @Nullable ServerActivity activity) {
		return new StepProgress(now.step(), now.number(), now.of(), since(this.start), activity);
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private record Current(Step step, int number, int of, long start) {

	}

}
