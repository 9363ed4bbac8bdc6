package dev.migrator.internal.execution.watch;

import java.time.Duration;

import dev.migrator.internal.dialect.connection.ClientWait;
import dev.migrator.internal.dialect.connection.PendingMessage;
import dev.migrator.internal.dialect.connection.ServerConnection;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes an answer that was lost on its way from one that is still to come. A
 * server that waits for its client has either answered, or has not received the whole
 * message yet: while forty megabytes are sent over a slow network, its state is that of
 * the message before. So an answer is lost only if the server has run the message that
 * was sent.
 */
final class AnswerWatch {

	/** The longest time that an answer may be on its way after the server is done. */
	private static final Duration ANSWER = Duration.ofSeconds(5);

	private final ServerConnection migration;

	private final int process;

	private final Duration upload;

	private @Nullable PendingMessage message;

	private boolean received;

	/**
	 * Creates a watch.
	 * @param migration the session whose answers are awaited
	 * @param process the server process of that session
	 * @param upload the longest time that the server may wait for the rest of a message;
	 * zero for no limit
	 */
	AnswerWatch(ServerConnection migration, int process, Duration upload) {
		this.migration = migration;
		this.process = process;
		this.upload = upload;
	}

	/**
	 * Asks the server for the fate of the message.
	 * @param observer the session that asks the server
	 */
	Fate look(ServerConnection observer) {
		PendingMessage pending = this.migration.pending();
		if (pending == null) {
			return Fate.OPEN;
		}
		Duration sent = pending.age();
		ClientWait wait = ClientWait.of(observer, this.process);
		remember(pending, sent, wait);
		Fate fate = fate(pending, wait);
		// It may have arrived while the server was asked.
		return (pending == this.migration.pending()) ? fate : Fate.OPEN;
	}

	/**
	 * The server has received a whole message when it shows that it ran it, or when its
	 * state has changed since. The clock of the server is not the clock of this machine,
	 * so two spans of time are compared.
	 */
	private void remember(PendingMessage pending, Duration sent, ClientWait wait) {
		this.received = (pending == this.message && this.received) || pending.isShownAs(wait.last())
				|| wait.age().compareTo(sent) < 0;
		this.message = pending;
	}

	private Fate fate(PendingMessage pending, ClientWait wait) {
		Duration still = pending.still();
		return switch (wait.kind()) {
			case NOTHING -> Fate.OPEN;
			case GONE -> longer(still, ANSWER) ? Fate.LOST : Fate.OPEN;
			case DATA -> uploading(still);
			case MESSAGE -> this.received ? answered(still, wait) : uploading(still);
		};
	}

	private static Fate answered(Duration still, ClientWait wait) {
		return (longer(still, ANSWER) && longer(wait.age(), ANSWER)) ? Fate.LOST : Fate.OPEN;
	}

	private Fate uploading(Duration still) {
		return (!this.upload.isZero() && longer(still, this.upload)) ? Fate.NOT_SENT : Fate.OPEN;
	}

	private static boolean longer(Duration time, Duration bound) {
		return time.compareTo(bound) > 0;
	}

	/**
	 * The fate of the pending message.
	 */
	enum Fate {

		/** Its answer may still come. */
		OPEN,

		/** It was answered, or the session has ended, and nothing arrives. */
		LOST,

		/** The server waits for the rest of it, and has waited too long. */
		NOT_SENT

	}

}
