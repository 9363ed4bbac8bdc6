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
 * A revision, and where it stands in a database if one was asked.
 *
 * @param revision its id
 * @param downRevisions the revisions that it follows
 * @param dependsOn the revisions or labels that it depends on, as its script says
 * @param branchLabels the labels that it declares
 * @param message what it does, or empty
 * @param wholeMessage what it does, with all that its script says below that
 * @param created when it was written, if its script says
 * @param script where its script is, or {@code null} if there is none
 * @param state where it stands, or {@code null} if no database was asked
 * @param halfWay how far it came, if it was begun and not finished
 * @param appliedAt when it was last applied or stamped, if the history says
 * @param duration how long that took, if the history says
 * @param appliedBy the database role that did it, if the history says
 * @param appliedHow {@link Direction#UPGRADE} if it was run, {@link Direction#STAMP} if a
 * stamp said that the database has it, if the history says
 */
public record RevisionStatus(String revision, List<String> downRevisions, List<String> dependsOn,
		List<String> branchLabels, String message, String wholeMessage, @Nullable Instant created,
		@Nullable String script, @Nullable RevisionState state, @Nullable HalfWay halfWay, @Nullable Instant appliedAt,
		@Nullable Duration duration, @Nullable String appliedBy, @Nullable Direction appliedHow) {

	/**
	 * Whether it counts as applied because a stamp said so, and not because it was run.
	 * @return {@code false} where the history does not say so
	 */
	public boolean stamped() {
		return this.appliedHow == Direction.STAMP;
	}

	/**
	 * A revision as its script says, where no database was asked.
	 */
	static RevisionStatus written(Script script) {
		Revision revision = script.revision();
		return new RevisionStatus(revision.id(), revision.downRevisions(), revision.dependsOn(),
				revision.branchLabels(), revision.message(), script.wholeMessage(), script.created(), script.location(),
				null, null, null, null, null, null);
	}

}
