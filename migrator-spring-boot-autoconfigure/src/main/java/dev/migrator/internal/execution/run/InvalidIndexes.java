package dev.migrator.internal.execution.run;

import java.util.List;

import dev.migrator.execution.InvalidIndexException;
import dev.migrator.internal.dialect.inspection.ConcurrentStatement;
import dev.migrator.internal.dialect.inspection.ReindexStatement;
import dev.migrator.internal.dialect.surroundings.InterruptedStatements;
import dev.migrator.internal.dialect.surroundings.InvalidIndex;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.revision.Revision;

/**
 * Removes the INVALID indexes that interrupted builds leave. Those of a revision that
 * continues are dropped before their statement is run again, unless somebody is building
 * them now.
 */
final class InvalidIndexes {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final InterruptedStatements interrupted;

	private final Revision revision;

	InvalidIndexes(InterruptedStatements interrupted, Revision revision) {
		this.interrupted = interrupted;
		this.revision = revision;
	}

	/**
	 * Prepares the database for a statement that builds an index.
	 * @param begunBefore whether this revision may have begun it before
	 * @throws InvalidIndexException if an INVALID index of that name exists that this
	 * revision did not leave, or that somebody is building now
	 */
	void makeWay(ConcurrentStatement build, boolean begunBefore) {
		for (InvalidIndex index : this.interrupted.leftBy(build)) {
			if (!begunBefore || index.beingBuilt()) {
				throw new InvalidIndexException(this.revision, index);
			}
			drop(index);
		}
	}

	/**
	 * Prepares the database for a statement that rebuilds indexes.
	 * @param begunBefore whether this revision may have begun it before
	 */
	void makeWay(ReindexStatement reindex, boolean begunBefore) {
		if (begunBefore) {
			this.interrupted.leftBy(reindex)
				.stream()
				.filter((index) -> index.mayBeDropped() && !index.beingBuilt())
				.forEach(this::drop);
		}
		warn();
	}

	private void drop(InvalidIndex index) {
		logger.info("Dropping the INVALID index %s, which an interrupted run of revision %s left"
			.formatted(index.name(), this.revision.id()));
		this.interrupted.drop(index);
	}

	/**
	 * Names the INVALID indexes of the database that nobody is building.
	 */
	void warn() {
		List<InvalidIndex> invalid = this.interrupted.invalid();
		if (!invalid.isEmpty()) {
			logger.warn("There are INVALID indexes, left by interrupted statements: %s. %s"
				.formatted(InvalidIndex.names(invalid), InvalidIndex.dropping(invalid)));
		}
	}

	/**
	 * Describes what a failed build has left.
	 * @return a sentence, or nothing
	 */
	String leftBy(ConcurrentStatement build) {
		List<InvalidIndex> left = this.interrupted.leftBy(build);
		return left.isEmpty() ? ""
				: "\nIt left the INVALID index %s behind, which the next start drops before it builds it again."
					.formatted(InvalidIndex.names(left));
	}

	/**
	 * Describes what a statement that rebuilds indexes has left.
	 * @return sentences, or nothing
	 */
	String leftBy(ReindexStatement reindex) {
		List<InvalidIndex> left = this.interrupted.leftBy(reindex)
			.stream()
			.filter((index) -> !index.beingBuilt())
			.toList();
		List<InvalidIndex> ours = left.stream().filter(InvalidIndex::mayBeDropped).toList();
		List<InvalidIndex> others = left.stream().filter((index) -> !index.mayBeDropped()).toList();
		return (ours.isEmpty() ? ""
				: "\nIt left INVALID indexes behind, which the next start drops before it rebuilds: %s."
					.formatted(InvalidIndex.names(ours)))
				+ (others.isEmpty() ? "" : "\nIt left INVALID indexes behind: %s. %s"
					.formatted(InvalidIndex.names(others), InvalidIndex.dropping(others)));
	}

}
