package dev.migrator.internal.dialect.connection;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Checks whether a connection keeps its session, which a lock of the session needs.
 * Behind a pooler, the server process is not the one that the driver was told of. A
 * pooler in session mode cleans a session when its client leaves, with
 * {@code DISCARD ALL}. A pooler in transaction mode gives the process unchanged to
 * another client, between any two statements.
 * <p>
 * The check leaves a mark in the session, leaves, comes back and looks for the mark. This
 * needs no second connection, which a pool of one does not have. If the client comes back
 * to another process, and other clients have used the first process since, nothing is
 * proven: with more clients than sessions of the server every client waits, and gets what
 * another has left. Then the mark is a lock, which every session can see. A lock is not
 * used at once, because in transaction mode it may become unreachable, and stay.
 */
public final class PoolerCheck {

	/** A process of the server may end during the check. That proves nothing either. */
	private static final int ATTEMPTS = 10;

	/** The time that a pooler may need to clean a session on a busy machine. */
	private static final Duration CLEANING = Duration.ofSeconds(5);

	/** The number of statements in a row that one process must answer. */
	private static final int LOOKS = 5;

	private static final int LONGEST_PAUSE = 20;

	private final ServerConnection connection;

	/** A unique name: no other client sets or resets it. */
	private final String mark = "migrator.pooler_check_" + UUID.randomUUID().toString().replace('-', '_');

	private final MarkingLock lock = new MarkingLock();

	private PoolerCheck(ServerConnection connection) {
		this.connection = connection;
	}

	/**
	 * Refuses a connection that does not keep its session.
	 * @param connection the connection to a server process that the driver was not told
	 * of, outside of a transaction and with nothing in its session; it has another
	 * session afterwards
	 * @throws ConnectionRefusedException if there is a pooler in transaction or statement
	 * mode, or a pooler whose mode cannot be determined
	 */
	public static void of(ServerConnection connection) {
		if (!new PoolerCheck(connection).keepsItsSession()) {
			throw ConnectionRefusedException.sessionNotKept();
		}
	}

	private boolean keepsItsSession() {
		Finding finding = leaveAndComeBack();
		for (int attempt = 1; finding == Finding.NOTHING && attempt < ATTEMPTS; attempt++) {
			this.lock.take(this.connection);
			finding = leaveAndComeBack();
			if (finding == Finding.NOT_KEPT) {
				this.lock.giveBack(this.connection);
			}
		}
		return finding == Finding.KEPT;
	}

	private Finding leaveAndComeBack() {
		this.connection.send("SET " + this.mark + " = 'here'");
		Seen before = look();
		if (!before.marked()) {
			return Finding.NOT_KEPT;
		}
		this.connection.renew();
		Seen after = look();
		if (after.marked()) {
			this.connection.send("RESET " + this.mark);
		}
		if (after.marked() || !staysAt(after.process())) {
			return Finding.NOT_KEPT;
		}
		if (after.process() == before.process() || discarded(before.process())) {
			return Finding.KEPT;
		}
		return this.lock.taken() ? cleaned(before.process(), after.process()) : Finding.NOTHING;
	}

	private boolean staysAt(int process) {
		for (int i = 0; i < LOOKS; i++) {
			if (look().process() != process) {
				return false;
			}
			pause();
		}
		return true;
	}

	/**
	 * Checks whether the process that was left has lost the lock.
	 */
	private Finding cleaned(int left, int now) {
		long deadline = System.nanoTime() + CLEANING.toNanos();
		while (this.lock.isHeld(this.connection)) {
			if (look().process() != now || System.nanoTime() > deadline) {
				return Finding.NOT_KEPT;
			}
			pause();
		}
		return lives(left) ? Finding.KEPT : Finding.NOTHING;
	}

	/**
	 * Waits for a random time, so that clients that do the same do not exchange processes
	 * for ever.
	 */
	private static void pause() {
		try {
			Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Seen look() {
		Row row = this.connection
			.query("select current_setting('" + this.mark + "', true) = 'here', pg_catalog.pg_backend_pid()")
			.get(0);
		return new Seen("t".equals(row.text(0)), Integer.parseInt(row.required(1)));
	}

	private boolean discarded(int process) {
		return !this.connection
			.query("select from pg_catalog.pg_stat_activity where query = 'DISCARD ALL' and pid = " + process)
			.isEmpty();
	}

	private boolean lives(int process) {
		return !this.connection.query("select from pg_catalog.pg_stat_activity where pid = " + process).isEmpty();
	}

	private record Seen(boolean marked, int process) {

	}

	private enum Finding {

		KEPT, NOT_KEPT, NOTHING

	}

}
