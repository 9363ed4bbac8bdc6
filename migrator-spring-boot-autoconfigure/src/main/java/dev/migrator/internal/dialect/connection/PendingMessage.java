package dev.migrator.internal.dialect.connection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A message that is being sent or was sent, and whose answer is not complete. Instances
 * are compared by identity: if the same instance is still pending, no message has ended
 * since.
 */
public final class PendingMessage {

	/** More than a server shows of its current message by default. */
	private static final int SHOWN = 10_000;

	private final String beginning;

	private final @Nullable String before;

	private final long sent = System.nanoTime();

	private volatile long moved = this.sent;

	/**
	 * Creates the message when its sending begins.
	 * @param text the message
	 * @param before the message before it; {@code null} if JDBC code has run since
	 */
	PendingMessage(String text, @Nullable PendingMessage before) {
		this.beginning = shown(text);
		this.before = (before != null) ? before.beginning : null;
	}

	/**
	 * Records that a part of the answer has arrived, or that a part of the data has been
	 * sent.
	 */
	void moved() {
		this.moved = System.nanoTime();
	}

	/**
	 * Returns whether the server has begun to run the message, judged by what the server
	 * shows of its last message.
	 * @param text what the server shows, which may be only a part
	 * @return {@code true} if it is this message; {@code false} if it is not, or if this
	 * message and the one before it begin alike
	 */
	public boolean isShownAs(String text) {
		String shown = shown(text);
		return this.before != null && this.beginning.startsWith(shown) && !this.before.startsWith(shown);
	}

	private static String shown(String text) {
		return text.substring(0, Math.min(SHOWN, text.length()));
	}

	/**
	 * Returns how long the message has been pending.
	 * @return the time since its sending began
	 */
	public Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.sent);
	}

	/**
	 * Returns how long the message has made no visible progress. The driver shows neither
	 * how much of a text is sent nor how much of a row has arrived.
	 * @return the time since its sending began, since data was last sent, or since a part
	 * of its answer last arrived
	 */
	public Duration still() {
		return Duration.ofNanos(System.nanoTime() - this.moved);
	}

}
