package dev.migrator.execution;

import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.ConcurrentStatement;
import dev.migrator.dialect.ConcurrentStatement.Kind;
import dev.migrator.dialect.Leftovers;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.revision.Revision;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Deals with what an interrupted statement left half-made: an INVALID index is dropped
 * and built again, a detach is finalized. Never passes over an INVALID index, which
 * neither speeds up queries nor keeps duplicates out.
 */
final class InterruptedWork {

	private static final Log logger = LogFactory.getLog("dev.migrator");

	private final Leftovers leftovers;

	private final Revision revision;

	InterruptedWork(ServerConnection connection, Revision revision) {
		this.leftovers = new Leftovers(connection);
		this.revision = revision;
	}

	/**
	 * Makes way for a statement.
	 * @param statement the statement that is about to be run
	 * @param begunBefore whether this revision may have begun it before
	 * @param inDoubt whether the run that began it ended without a word, so that it may
	 * be done
	 * @return whether the statement is to be run; {@code false} if its work was ended
	 * here
	 * @throws InvalidIndexException if there is an INVALID index of that name that this
	 * revision did not leave
	 */
	boolean prepare(String statement, boolean begunBefore, boolean inDoubt) {
		Optional<ConcurrentStatement> concurrent = ConcurrentStatement.of(statement);
		if (concurrent.isEmpty()) {
			return true;
		}
		return switch (concurrent.get().kind()) {
			case CREATE_INDEX -> {
				this.leftovers.invalid(concurrent.get()).forEach((index) -> dropInvalid(index, begunBefore));
				yield !inDoubt || !built(concurrent.get());
			}
			case DETACH_PARTITION -> !begunBefore || !finalizeDetach(concurrent.get());
			case REINDEX -> {
				warnOfInvalidIndexes();
				yield true;
			}
		};
	}

	private void dropInvalid(String index, boolean begunBefore) {
		if (!begunBefore) {
			throw new InvalidIndexException(this.revision, index);
		}
		logger.info("Dropping the INVALID index %s, which an interrupted run of revision %s left".formatted(index,
				this.revision.id()));
		this.leftovers.drop(index);
	}

	private boolean built(ConcurrentStatement build) {
		boolean built = this.leftovers.built(build);
		if (built) {
			logger.info("The index %s was built before the run of revision %s was interrupted".formatted(build.object(),
					this.revision.id()));
		}
		return built;
	}

	private boolean finalizeDetach(ConcurrentStatement detach) {
		if (!this.leftovers.detachPending(detach)) {
			return false;
		}
		logger.info("Finalizing the detach of partition %s, which an interrupted run of revision %s began"
			.formatted(detach.object(), this.revision.id()));
		this.leftovers.finalizeDetach(detach);
		return true;
	}

	/**
	 * Names the INVALID indexes of the database, when a revision that stopped half-way
	 * goes on.
	 */
	void warnOfInvalidIndexes() {
		List<String> invalid = this.leftovers.invalid();
		if (!invalid.isEmpty()) {
			logger.warn(
					"There are INVALID indexes, left by interrupted statements: %s. Drop those that nobody builds now: DROP INDEX CONCURRENTLY %s"
						.formatted(String.join(", ", invalid), invalid.get(0)));
		}
	}

	/**
	 * Says what a statement that failed has left behind.
	 * @param statement the statement
	 * @return a sentence, or nothing
	 */
	String leftBy(String statement) {
		Optional<ConcurrentStatement> concurrent = ConcurrentStatement.of(statement);
		if (concurrent.isEmpty()) {
			return "";
		}
		if (concurrent.get().kind() == Kind.DETACH_PARTITION) {
			return this.leftovers.detachPending(concurrent.get())
					? "\nThe partition is half detached; the next start finalizes that." : "";
		}
		boolean named = concurrent.get().object() != null;
		List<String> invalid = named ? this.leftovers.invalid(concurrent.get()) : this.leftovers.invalid();
		if (invalid.isEmpty()) {
			return "";
		}
		return named
				? "\nIt left the INVALID index %s behind, which the next start drops before it builds it again."
					.formatted(invalid.get(0))
				: "\nThere are INVALID indexes, which it may have left behind: %s. Drop them: DROP INDEX CONCURRENTLY %s"
					.formatted(String.join(", ", invalid), invalid.get(0));
	}

}
