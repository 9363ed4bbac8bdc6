package dev.migrator.internal.execution.state;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The progress of a revision without a transaction, as its history entry has it.
 *
 * @param statements the number of statements of the script, or 0 if it is not known
 * @param done the number of statements that are done, or 0
 * @param hash the hash of the statements that are done, or {@code null} if none is
 * recorded
 * @param session the state of their session, or {@code null} if that was not recorded
 * @param error the reason why it stopped, or {@code null} if none was recorded
 */
public record HowFar(int statements, int done, @Nullable String hash, @Nullable String session,
		@Nullable String error) {

	private static final Pattern NOTHING_LOST = Pattern.compile("\"lost\"\\s*:\\s*\\[\\]");

	/**
	 * Returns whether the earlier session had something that a new one does not have.
	 * @return {@code false} if it had nothing, or nothing is recorded
	 */
	public boolean lostItsSession() {
		return this.session != null && !NOTHING_LOST.matcher(this.session).find();
	}

}
