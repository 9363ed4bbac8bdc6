package dev.migrator.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.migrator.execution.HalfWay;
import dev.migrator.internal.script.Script;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A revision, and its state in a database if one was asked.
 *
 * @param revision its id
 * @param downRevisions the revisions that it follows
 * @param dependsOn the revisions or labels that it depends on, as its script has them
 * @param branchLabels the labels that it declares
 * @param message its message, or empty
 * @param wholeMessage its message, with the lines that its script has below it
 * @param created the time at which it was created, if its script has it
 * @param script the location of its script, or {@code null} if there is none
 * @param state its state, or {@code null} if no database was asked
 * @param halfWay its progress, if it was begun and not finished
 * @param appliedAt the time at which it was last applied or stamped, if the history has
 * it
 * @param duration the duration of that, if the history has it
 * @param appliedBy the database role that did it, if the history has it
 * @param appliedHow {@link Direction#UPGRADE} if it was run, {@link Direction#STAMP} if
 * it was stamped; {@code null} if the history does not have it
 */
public record RevisionStatus(String revision, List<String> downRevisions, List<String> dependsOn,
		List<String> branchLabels, String message, String wholeMessage, @Nullable Instant created,
		@Nullable String script, @Nullable RevisionState state, @Nullable HalfWay halfWay, @Nullable Instant appliedAt,
		@Nullable Duration duration, @Nullable String appliedBy, @Nullable Direction appliedHow) {

	/**
	 * Returns whether it counts as applied because it was stamped, and not because it was
	 * run.
	 * @return {@code false} if the history has no stamp of it
	 */
	public boolean stamped() {
		return this.appliedHow == Direction.STAMP;
	}

	/**
	 * Returns a revision as its script describes it, without the state in a database.
	 */
	static RevisionStatus written(Script script) {
		Revision revision = script.revision();
		return new RevisionStatus(revision.id(), revision.downRevisions(), revision.dependsOn(),
				revision.branchLabels(), revision.message(), script.wholeMessage(), script.created(), script.location(),
				null, null, null, null, null, null);
	}

}
