package dev.migrator.execution;

import dev.migrator.script.Checksum;
import dev.migrator.script.Script;
import org.jspecify.annotations.Nullable;

/**
 * What the history says last of a revision.
 *
 * @param id the history row
 * @param revision the revision
 * @param direction {@code upgrade}, {@code downgrade} or {@code stamp}
 * @param outcome {@code done}, {@code running} or {@code failed}
 * @param checksum checksum of the script's upgrade section when it ran, if it has one
 * @param checksumVersion how the checksum was made
 * @param statements of how many statements the script is, if that is known
 * @param statementsDone how many of them are done, if that is known
 * @param doneHash hash of the statements that are done, if that is known
 */
public record Trace(long id, String revision, String direction, String outcome, @Nullable String checksum,
		int checksumVersion, int statements, int statementsDone, @Nullable String doneHash) {

	/**
	 * Whether the revision was run to its end.
	 * @return {@code false} for one without a transaction that stopped half-way, or that
	 * is running now
	 */
	public boolean finished() {
		return "done".equals(this.outcome);
	}

	/**
	 * Whether the run of the revision goes on, or ended without a word.
	 * @return {@code false} for one that was run to its end, or that is known to have
	 * failed
	 */
	public boolean running() {
		return "running".equals(this.outcome);
	}

	/**
	 * Whether the script says something else than what was run or stamped. A checksum
	 * that was made in another way says nothing.
	 * @param script the script of the revision
	 * @return {@code true} if it was edited since
	 */
	public boolean differsFrom(Script script) {
		Checksum present = script.checksum();
		return finished() && present != null && this.checksum != null && this.checksumVersion == present.version()
				&& !present.value().equals(this.checksum);
	}

}
