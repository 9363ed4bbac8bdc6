package dev.migrator.result;

import java.time.Duration;
import java.util.List;

import dev.migrator.internal.execution.words.StepDescription;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when revisions are pending and the command needs a database without pending
 * revisions: at start, to seed, or to compare the model.
 */
public class PendingRevisionsException extends MigratorException {

	private static final int SHOWN = 10;

	private final List<String> pending;

	private PendingRevisionsException(String description, String action, List<String> pending) {
		super(description, action);
		this.pending = List.copyOf(pending);
	}

	public static PendingRevisionsException atStart(List<String> current, List<String> pending) {
		return new PendingRevisionsException(describe(current, pending),
				"Upgrade the database, or let the application do it at start with migrator.startup=upgrade.", pending);
	}

	public static PendingRevisionsException afterWaiting(List<String> current, List<String> pending, Duration waited) {
		return new PendingRevisionsException(
				describe(current, pending) + "\nWaited " + StepDescription.time(waited)
						+ " for another process to apply what is pending.",
				"Check what that process does, wait longer (migrator.lock.wait), or let this application upgrade the "
						+ "database at start with migrator.startup=upgrade.",
				pending);
	}

	public static PendingRevisionsException beforeSeeding(List<String> current, List<String> pending) {
		return new PendingRevisionsException(describe(current, pending),
				"Seed scripts are run when nothing is pending: upgrade the database first, then seed.", pending);
	}

	public static PendingRevisionsException beforeComparing(List<String> current, List<String> pending) {
		return new PendingRevisionsException("Target database is not up to date. " + describe(current, pending),
				"The model is compared with a database that has all revisions: upgrade it first (migrator upgrade "
						+ "heads), or compare the model with the revisions alone (--from scratch).",
				pending);
	}

	private static String describe(List<String> current, List<String> pending) {
		String names = String.join(", ", pending.subList(0, Math.min(SHOWN, pending.size())))
				+ ((pending.size() > SHOWN) ? ", ..." : "");
		return "The database is at %s, and %s %s pending: %s".formatted(
				current.isEmpty() ? "base" : String.join(", ", current), pending.size(),
				(pending.size() == 1) ? "revision is" : "revisions are", names);
	}

	/**
	 * Returns the pending revisions.
	 * @return their ids, in the order in which they would be applied
	 */
	public List<String> pending() {
		return this.pending;
	}

}
