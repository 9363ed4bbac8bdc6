package dev.migrator.internal.execution.run;

import java.util.ArrayList;
import java.util.List;

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
 * One run of a plan: the session it has, where its tables are, and how far it came.
 */
public class Run implements AutoCloseable {

	private final RunSession session;

	private final MigratorTables tables;

	private final ExecutionSettings settings;

	private final DatabaseState before;

	private List<String> rows;

	/** Asked again after what may have created one. */
	private @Nullable Boolean eventTriggers;

	private TableLayout layout;

	Run(RunSession session, ExecutionSettings settings, DatabaseState before) {
		this.session = session;
		this.tables = before.tables();
		this.settings = settings;
		this.before = before;
		this.rows = before.rows();
		this.layout = before.layout();
	}

	/**
	 * Opens a run.
	 * @param connection the session, which holds the lock
	 * @param before the state of the database, read under the lock
	 * @param context what the runs of a migrator have in common
	 */
	public static Run open(ServerConnection connection, DatabaseState before, RunSession.Context context) {
		return new Run(RunSession.open(connection, before, context), context.settings(), before);
	}

	/**
	 * Begins, or begins again after all was rolled back.
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
	 * What each revision begins with.
	 */
	SessionState session() {
		return this.session.borrowed().state();
	}

	/**
	 * What is put back after a revision in a transaction: nothing where it cannot have
	 * changed anything, since the settings are many. In a run of one transaction its
	 * limits are taken back too.
	 */
	SessionSql after(RevisionSummary survey) {
		SessionState session = session(survey);
		if (!survey.quiet() || single()) {
			this.eventTriggers = null;
			return session;
		}
		if (this.eventTriggers == null) {
			this.eventTriggers = UnchangedSession.hasEventTriggers(connection());
		}
		return this.eventTriggers ? session : new UnchangedSession(session);
	}

	/**
	 * What a revision begins with, as far as it may change it.
	 */
	public SessionState session(RevisionSummary survey) {
		return this.session.borrowed().state(survey.settings());
	}

	public SessionResources leftovers() {
		return this.session.borrowed().leftovers();
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
	 * What there is of the tables, as far as it is committed.
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
	 * Begins to count the tries of something that rolls itself back when it fails.
	 */
	public LockRetry retry() {
		return this.session.retry();
	}

	/**
	 * A failure with what is known to do about it. May be asked when the run is closed.
	 * @throws RunStoppedException if the process shuts down, or if the thread was
	 * interrupted
	 */
	public ScriptFailedException explained(ScriptFailedException failure) {
		return this.session.explained(failure);
	}

	/**
	 * Whether nothing of it is kept.
	 */
	boolean isTrial() {
		return false;
	}

	boolean single() {
		return this.settings.transaction() == TransactionMode.SINGLE;
	}

	/**
	 * Whether nothing of the run is committed before its end. A trial says what the run
	 * would.
	 */
	boolean allOrNothing() {
		return single();
	}

	/**
	 * The version rows that the database has now, or would have if the transaction of a
	 * single run were committed.
	 */
	List<String> rows() {
		return this.rows;
	}

	void done(Step step) {
		this.rows = after(this.rows, step);
	}

	/**
	 * The version rows after a step.
	 */
	public static List<String> after(List<String> rows, Step step) {
		List<String> changed = new ArrayList<>(rows);
		changed.removeAll(step.removedRows());
		changed.addAll(step.addedRows());
		return List.copyOf(changed);
	}

	/**
	 * What became of the revision that failed, and what to do, for a person.
	 */
	String nothingKept(@Nullable ServerError error) {
		String what = single() ? "Nothing of this run was kept" : "Nothing of this revision was kept";
		return what + "; " + databaseIsAt() + ". " + Remedy.of(error, "the script", "start again") + ".";
	}

	/**
	 * What is left when the step that is being run is rolled back, for a person.
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
