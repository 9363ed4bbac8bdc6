package dev.migrator.internal.execution.state;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How far a revision without a transaction came, as its history row says.
 *
 * @param statements of how many statements the script is, if that is known, or 0
 * @param done how many of them are done, or 0
 * @param hash hash of the statements that are done, or {@code null} if none is recorded
 * @param session what they had made of their session, or {@code null} if that was not
 * recorded
 * @param error why it stopped, or {@code null} if it ended without a word or that was not
 * recorded
 */
public record HowFar(int statements, int done, @Nullable String hash, @Nullable String session,
		@Nullable String error) {

	private static final Pattern NOTHING_LOST = Pattern.compile("\"lost\"\\s*:\\s*\\[\\]");

	/**
	 * Whether something ended with the session that a new one does not have.
	 * @return {@code false} if nothing did, or nothing is recorded
	 */
	public boolean lostItsSession() {
		return this.session != null && !NOTHING_LOST.matcher(this.session).find();
	}

}
