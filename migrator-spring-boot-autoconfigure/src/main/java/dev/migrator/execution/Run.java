package dev.migrator.execution;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.SessionState;
import dev.migrator.revision.Step;

/**
 * One run of a plan: the session it has, where its tables are, and how far it came.
 */
final class Run {

	private final ServerConnection connection;

	private final MigratorTables tables;

	private final SessionState session;

	private final ExecutionSettings settings;

	private final DatabaseState before;

	private List<String> rows;

	Run(ServerConnection connection, SessionState session, ExecutionSettings settings, DatabaseState before) {
		this.connection = connection;
		this.tables = before.tables();
		this.session = session;
		this.settings = settings;
		this.before = before;
		this.rows = before.rows();
	}

	ServerConnection connection() {
		return this.connection;
	}

	MigratorTables tables() {
		return this.tables;
	}

	SessionState session() {
		return this.session;
	}

	ExecutionSettings settings() {
		return this.settings;
	}

	DatabaseState before() {
		return this.before;
	}

	boolean single() {
		return this.settings.transaction() == TransactionMode.SINGLE;
	}

	/**
	 * The version rows that the database has now, or would have if the transaction of a
	 * single run were committed.
	 */
	List<String> rows() {
		return this.rows;
	}

	void done(Step step) {
		List<String> changed = new ArrayList<>(this.rows);
		changed.removeAll(step.removedRows());
		changed.addAll(step.addedRows());
		this.rows = List.copyOf(changed);
	}

	/**
	 * What is left when the step that is being run is rolled back, for a person.
	 */
	String databaseIsAt() {
		List<String> kept = single() ? this.before.rows() : this.rows;
		return kept.isEmpty() ? "the database is empty of revisions" : "the database is at " + String.join(", ", kept);
	}

}
