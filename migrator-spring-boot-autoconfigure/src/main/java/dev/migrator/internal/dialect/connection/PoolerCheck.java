package dev.migrator.internal.dialect.connection;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds out whether a connection keeps its session, which a lock of the session needs.
 * Behind a pooler the server's process is not the one that the driver was told of. One in
 * session mode cleans a session when its client leaves, with {@code DISCARD ALL}; one in
 * transaction mode gives the process as it is to another client, between any two
 * statements.
 * <p>
 * So a mark is left in the session, the client leaves, comes back and looks for the mark.
 * That needs no second connection, which a pool of one does not have. Where the client
 * comes back to another process, and others have been at the first since, that proves
 * nothing: with more clients than sessions of the server everybody waits for his turn,
 * and gets what another has left. Then the mark is a lock, which is seen from any
 * session. Not at once, because behind transaction mode it may be out of reach, and stay.
 */
public final class PoolerCheck {

	/** A process of the server may end meanwhile, which proves nothing either. */
	private static final int ATTEMPTS = 10;

	/** How long a pooler may take to clean a session, on a machine that is busy. */
	private static final Duration CLEANING = Duration.ofSeconds(5);

	/** Statements in a row that one process has to answer. */
	private static final int LOOKS = 5;

	private static final int LONGEST_PAUSE = 20;

	private final ServerConnection connection;

	/** A name of its own: nobody else sets it, and nobody else takes it back. */
	private final String mark = "migrator.pooler_check_" + UUID.randomUUID().toString().replace('-', '_');

	private final MarkingLock lock = new MarkingLock();

	private PoolerCheck(ServerConnection connection) {
		this.connection = connection;
	}

	/**
	 * Refuses a connection that does not keep its session.
	 * @param connection the connection, outside of a transaction and without anything in
	 * its session; behind a pooler it has another session afterwards
	 * @throws ConnectionRefusedException if there is a pooler in transaction or statement
	 * mode, or one whose mode cannot be found out
	 */
	public static void of(ServerConnection connection) {
		PoolerCheck check = new PoolerCheck(connection);
		if (check.look().process() != connection.backendPid() && !check.keepsItsSession()) {
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
	 * Whether the process that was left has lost the lock.
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
	 * Of a random length, so that clients that do the same do not change places for ever.
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
