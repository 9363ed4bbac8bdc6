package dev.migrator.internal.execution.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import dev.migrator.execution.RunStoppedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.session.SessionLimits;
import dev.migrator.internal.dialect.session.SessionResources;
import dev.migrator.internal.dialect.session.SessionSql;
import dev.migrator.internal.dialect.session.SessionState;
import dev.migrator.internal.dialect.session.UnchangedSession;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.TableCreation;
import dev.migrator.internal.dialect.store.TableLayout;
import dev.migrator.internal.execution.failure.Remedy;
import dev.migrator.internal.execution.lock.LockRetry;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.statement.RevisionSummary;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * One run of a plan: its session, its tables, and its progress.
 */
public class Run implements AutoCloseable {

	private final RunSession session;

	private final MigratorTables tables;

	private final ExecutionSettings settings;

	private final DatabaseState before;

	private List<String> rows;

	/** Read again after a statement that may have created one. */
	private @Nullable Boolean eventTriggers;

	private TableLayout layout;

	Run(RunSession session, ExecutionSettings settings, DatabaseState before) {
		this.session = session;
		this.tables = before.tables();
		this.settings = settings;
		this.before = before;
		this.rows = before.rows();
		this.layout = before.layout();
		this.eventTriggers = session.preflight().eventTriggers();
	}

	/**
	 * Opens a run.
	 * @param connection the session, which holds the lock
	 * @param before the state of the database, read under the lock
	 * @param context the common parts of the runs of a migrator
	 */
	public static Run open(ServerConnection connection, DatabaseState before, RunSession.Context context) {
		return new Run(RunSession.open(connection, before, context), context.settings(), before);
	}

	/**
	 * Begins the run, or begins again after a rollback.
	 */
	void begin() {
		this.rows = this.before.rows();
	}

	public ServerConnection connection() {
		return this.session.connection();
	}

	public MigratorTables tables() {
		return this.tables;
	}

	/**
	 * Returns the state with which each revision begins.
	 */
	SessionState session() {
		return this.session.borrowed().state();
	}

	/**
	 * Returns the statements that restore the session after a revision in a transaction:
	 * none if it cannot have changed anything, because there are many settings. In a run
	 * of one transaction its limits are reset too.
	 */
	SessionSql after(RevisionSummary summary) {
		SessionState session = session(summary);
		if (!summary.quiet() || single()) {
			this.eventTriggers = null;
			return session;
		}
		if (this.eventTriggers == null) {
			this.eventTriggers = !connection().query(UnchangedSession.EVENT_TRIGGERS).isEmpty();
		}
		return this.eventTriggers ? session : new UnchangedSession(session);
	}

	/**
	 * Returns the state with which a revision begins, as far as the revision may change
	 * it.
	 */
	public SessionState session(RevisionSummary summary) {
		return this.session.borrowed().state(summary.settings());
	}

	public SessionResources resources() {
		return this.session.borrowed().resources();
	}

	public SessionLimits limits() {
		return this.session.limits();
	}

	public ExecutionSettings settings() {
		return this.settings;
	}

	DatabaseState before() {
		return this.before;
	}

	/**
	 * Returns the tables that exist, as far as they are committed.
	 */
	TableLayout layout() {
		return this.layout;
	}

	/**
	 * Creates the tables that are missing.
	 */
	void createMissingTables() {
		if (this.layout == TableLayout.MISSING) {
			new TableCreation(connection(), this.tables).createMissing();
		}
	}

	void setLayout(TableLayout layout) {
		this.layout = layout;
	}

	/**
	 * Returns the maximum length of an id in the version table, if it had one when the
	 * run began.
	 */
	OptionalInt versionWidth() {
		return this.session.preflight().versionWidth();
	}

	/**
	 * Returns whether there was a history table that lacked later columns when the run
	 * began.
	 */
	boolean foundOlderHistory() {
		return this.session.preflight().olderHistory();
	}

	/**
	 * Begins to count the tries of work that rolls itself back when it fails.
	 */
	public LockRetry retry() {
		return this.session.retry();
	}

	/**
	 * Returns a failure with the advice about it. May be called after the run is closed.
	 * @throws RunStoppedException if the process shuts down, or if the thread was
	 * interrupted
	 */
	public ScriptFailedException explained(ScriptFailedException failure) {
		return this.session.explained(failure);
	}

	/**
	 * Returns whether this is a dry run, which keeps nothing.
	 */
	boolean isTrial() {
		return false;
	}

	boolean single() {
		return this.settings.transaction() == TransactionMode.SINGLE;
	}

	/**
	 * Returns whether nothing of the run is committed before its end. For a dry run, that
	 * is the answer of the real run.
	 */
	boolean allOrNothing() {
		return single();
	}

	/**
	 * Returns the version rows that the database has now, or would have if the
	 * transaction of a single run were committed.
	 */
	List<String> rows() {
		return this.rows;
	}

	void done(Step step) {
		this.rows = after(this.rows, step);
	}

	/**
	 * Returns the version rows after a step.
	 */
	public static List<String> after(List<String> rows, Step step) {
		List<String> changed = new ArrayList<>(rows);
		changed.removeAll(step.removedRows());
		changed.addAll(step.addedRows());
		return List.copyOf(changed);
	}

	/**
	 * Describes what became of the failed revision, and what a person does next.
	 */
	String nothingKept(@Nullable ServerError error) {
		String what = single() ? "Nothing of this run was kept" : "Nothing of this revision was kept";
		return what + "; " + databaseIsAt() + ". " + Remedy.of(error, "the script", "start again") + ".";
	}

	/**
	 * Describes the state of the database after the current step is rolled back.
	 */
	String databaseIsAt() {
		List<String> kept = single() ? this.before.rows() : this.rows;
		return kept.isEmpty() ? "the database is empty of revisions" : "the database is at " + String.join(", ", kept);
	}

	@Override
	public void close() {
		this.session.close();
	}

}
