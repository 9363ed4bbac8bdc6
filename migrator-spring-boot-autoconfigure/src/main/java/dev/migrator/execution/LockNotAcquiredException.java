package dev.migrator.execution;

import java.time.Duration;
import java.util.List;

import dev.migrator.internal.execution.words.StepDescription;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when another migrator held the lock until the waiting time was over, or when the
 * waiting was interrupted.
 */
public class LockNotAcquiredException extends MigratorException {

	public LockNotAcquiredException(Duration wait, long key, List<String> holders) {
		super("Another migrator holds the lock of this database (advisory lock %s); waited %s for it.%s".formatted(key,
				StepDescription.time(wait), holders.isEmpty() ? "" : "\nIt is held by " + String.join("; ", holders)),
				"Check what the holder does. If it works, wait longer (migrator.lock.wait). If it is stuck, end it: "
						+ "the "
						+ "server releases the lock as soon as its session ends, with pg_terminate_backend(<process>) "
						+ "at the latest.");
	}

	public LockNotAcquiredException(InterruptedException cause) {
		super("Interrupted while waiting for another migrator.", "Nothing has been run. Start again.", cause);
	}

}
