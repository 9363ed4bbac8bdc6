package dev.migrator.internal.execution.run;

import java.util.Optional;

import dev.migrator.execution.InvalidIndexException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.inspection.ConcurrentStatement;
import dev.migrator.internal.dialect.inspection.ConcurrentStatement.Kind;
import dev.migrator.internal.dialect.inspection.ReindexStatement;
import dev.migrator.internal.dialect.surroundings.FinishedWork;
import dev.migrator.internal.dialect.surroundings.InterruptedStatements;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.execution.statement.RevisionStatement;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.script.Script;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Repairs what an interrupted statement has left: an INVALID index is dropped and built
 * again, a detach is finalized. Never ignores an INVALID index, which neither speeds up
 * queries nor prevents duplicates.
 */
final class InterruptedWork {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final InterruptedStatements interrupted;

	private final InvalidIndexes indexes;

	private final FinishedWork finished;

	private final Script script;

	private final Revision revision;

	/** The history entry of an earlier run, if this run continues it. */
	private @Nullable LastEntry unfinished;

	private boolean inDoubt;

	InterruptedWork(ServerConnection connection, Script script) {
		this.interrupted = new InterruptedStatements(connection);
		this.finished = new FinishedWork(connection);
		this.script = script;
		this.indexes = new InvalidIndexes(this.interrupted, script.revision());
		this.revision = script.revision();
	}

	/**
	 * Continues an earlier run.
	 * @param unfinished its history entry
	 * @param statements the number of statements of the script now
	 */
	void resume(LastEntry unfinished, int statements) {
		this.unfinished = unfinished;
		this.inDoubt = unfinished.interrupted(this.script, statements);
	}

	/**
	 * Prepares the database for a statement.
	 * @param statement the statement that is about to be run
	 * @param again whether it has been tried in this run
	 * @return whether the statement is to be run; {@code false} if its work was finished
	 * here, or before
	 * @throws InvalidIndexException if an INVALID index of that name exists that this
	 * revision did not leave
	 */
	boolean prepare(RevisionStatement statement, boolean again) {
		if (statement.data().isPresent()) {
			return true;
		}
		if (this.inDoubt && first(statement) && finished(statement.text())) {
			return false;
		}
		return makeWay(statement.text(), again || first(statement));
	}

	/**
	 * Returns whether it is the statement that an earlier run had begun and not recorded.
	 */
	private boolean first(RevisionStatement statement) {
		return this.unfinished != null && statement.number() == this.unfinished.howFar().done() + 1;
	}

	private boolean makeWay(String statement, boolean begunBefore) {
		ReindexStatement.of(statement)
			.filter(ReindexStatement::concurrently)
			.ifPresent((reindex) -> this.indexes.makeWay(reindex, begunBefore));
		Optional<ConcurrentStatement> concurrent = ConcurrentStatement.of(statement);
		concurrent.filter((it) -> it.kind() == Kind.CREATE_INDEX)
			.ifPresent((build) -> this.indexes.makeWay(build, begunBefore));
		return !begunBefore
				|| !concurrent.filter((it) -> it.kind() == Kind.DETACH_PARTITION && finalizeDetach(it)).isPresent();
	}

	private boolean finished(String statement) {
		Optional<String> done = this.finished.of(statement);
		done.ifPresent((what) -> logger
			.info("Continuing after a statement that was done when the run of revision %s was interrupted: %s"
				.formatted(this.revision.id(), what)));
		return done.isPresent();
	}

	private boolean finalizeDetach(ConcurrentStatement detach) {
		if (!this.interrupted.detachPending(detach)) {
			return false;
		}
		logger.info("Finalizing the detach of partition %s, which an interrupted run of revision %s began"
			.formatted(detach.object(), this.revision.id()));
		this.interrupted.finalizeDetach(detach);
		return true;
	}

	/**
	 * Names the INVALID indexes of the database, at the end of a revision that had
	 * stopped half-way.
	 */
	void warnOfInvalidIndexes() {
		this.indexes.warn();
	}

	/**
	 * Describes what a failed statement has left.
	 * @param statement the statement
	 * @return sentences, or nothing
	 */
	String leftBy(RevisionStatement statement) {
		return (statement.data().isEmpty() ? leftBy(statement.text()) : "") + perhapsDone(statement);
	}

	private String perhapsDone(RevisionStatement statement) {
		return (first(statement) && !statement.mayShareATransaction())
				? "\nIf it is done already, by the run that stopped there or by hand, record that: migrator resolve "
						+ "%s --done %s".formatted(this.revision.id(), statement.number())
				: "";
	}

	private String leftBy(String statement) {
		Optional<ReindexStatement> reindex = ReindexStatement.of(statement).filter(ReindexStatement::concurrently);
		return reindex.map(this.indexes::leftBy)
			.or(() -> ConcurrentStatement.of(statement).map(this::leftBy))
			.orElse("");
	}

	private String leftBy(ConcurrentStatement statement) {
		return switch (statement.kind()) {
			case CREATE_INDEX -> this.indexes.leftBy(statement);
			case DROP_INDEX -> "";
			case DETACH_PARTITION -> this.interrupted.detachPending(statement)
					? "\nThe partition is half detached; the next start finalizes that." : "";
		};
	}

}
