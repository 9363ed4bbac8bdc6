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
				"Check what the holder does. If it works, wait longer (migrator.lock.wait). If it is stuck, end its "
						+ "application: the lock is free when its session ends. If the session does not end, run: select "
						+ "pg_terminate_backend(<process>)");
	}

	public LockNotAcquiredException(InterruptedException cause) {
		super("Interrupted while waiting for another migrator.", "Nothing has been run. Start again.", cause);
	}

}
