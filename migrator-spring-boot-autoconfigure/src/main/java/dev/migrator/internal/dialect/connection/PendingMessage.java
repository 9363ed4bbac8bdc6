package dev.migrator.internal.dialect.connection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A message that is being sent, or was sent, and whose answer has not arrived as a whole.
 * Each is itself: that the same one is pending still means that nothing has ended since.
 */
public final class PendingMessage {

	/** More than a server shows of what it runs, unless it is told to show more. */
	private static final int SHOWN = 10_000;

	private final String beginning;

	private final @Nullable String before;

	private final long sent = System.nanoTime();

	private volatile long moved = this.sent;

	/**
	 * Begins to send it.
	 * @param text the message
	 * @param before the one before it; {@code null} if JDBC code was at work since
	 */
	PendingMessage(String text, @Nullable PendingMessage before) {
		this.beginning = shown(text);
		this.before = (before != null) ? before.beginning : null;
	}

	/**
	 * A part of its answer has arrived, or a part of its data has been sent.
	 */
	void moved() {
		this.moved = System.nanoTime();
	}

	/**
	 * Whether the server has begun to run it, by what it shows of the last message that
	 * it ran.
	 * @param text what it shows, which may be a part
	 * @return {@code true} if it is this one; {@code false} if it is not, or if this one
	 * and the one before begin alike
	 */
	public boolean isShownAs(String text) {
		String shown = shown(text);
		return this.before != null && this.beginning.startsWith(shown) && !this.before.startsWith(shown);
	}

	private static String shown(String text) {
		return text.substring(0, Math.min(SHOWN, text.length()));
	}

	/**
	 * For how long it has been pending.
	 * @return the time since the sending of it began
	 */
	public Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.sent);
	}

	/**
	 * For how long nothing has been seen of it. The driver shows neither how much of a
	 * text is sent nor how much of a row has arrived.
	 * @return the time since its sending began, since data of it was sent, or since
	 * something of its answer arrived
	 */
	public Duration still() {
		return Duration.ofNanos(System.nanoTime() - this.moved);
	}

}
