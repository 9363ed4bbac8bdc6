package dev.migrator.internal.command;

import java.time.Duration;
import java.util.List;

import dev.migrator.internal.execution.lock.Waiting;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.result.PendingRevisionsException;
import dev.migrator.revision.RevisionGraph;

/**
 * Finds the revisions that are pending up to the configured target, for callers that do
 * not apply them.
 */
public final class PendingRevisions {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final Database database;

	private final Plans plans;

	private final String target;

	public PendingRevisions(Database database, Plans plans, String target) {
		this.database = database;
		this.plans = plans;
		this.target = target;
	}

	public List<String> at(List<String> rows) {
		return this.plans.pending(rows, this.target);
	}

	public List<String> now() {
		DatabaseState state = this.database.state();
		this.plans.rowsAreKnown(state);
		return at(state.rows());
	}

	public void requireNoneToSeed(DatabaseState state) {
		this.plans.rowsAreKnown(state);
		this.plans.halfWay().noneIsHalfUndone(state);
		List<String> pending = at(state.rows());
		if (!pending.isEmpty()) {
			throw PendingRevisionsException.beforeSeeding(state.rows(), pending);
		}
	}

	public void requireNone(RevisionGraph graph) {
		DatabaseState state = this.database.state();
		this.plans.halfWay().noneIsHalfUndone(state);
		List<String> pending = of(state, new Warnings());
		if (!pending.isEmpty()) {
			throw PendingRevisionsException.atStart(state.rows(), pending);
		}
		logger.info(CurrentState.nothingPending(state, graph));
	}

	/**
	 * Waits until another process has applied them. Takes a connection for each question
	 * only, so that a pool of one connection is enough for that process too.
	 */
	public void await(RevisionGraph graph) {
		Warnings warnings = new Warnings();
		Duration wait = this.database.settings().lockWait();
		try (Waiting waiting = new Waiting(wait)) {
			DatabaseState state = this.database.state();
			while (!of(state, warnings).isEmpty() || this.plans.halfWay().isHalfUndone(state)) {
				if (!waiting.pause(() -> "another process to apply what is pending")) {
					this.plans.halfWay().noneIsHalfUndone(state);
					throw PendingRevisionsException.afterWaiting(state.rows(), of(state, warnings), wait);
				}
				state = this.database.state();
			}
			logger.info(CurrentState.nothingPending(state, graph));
		}
	}

	private List<String> of(DatabaseState state, Warnings warnings) {
		return this.plans.migratable(state, warnings) ? at(state.rows()) : List.of();
	}

}
