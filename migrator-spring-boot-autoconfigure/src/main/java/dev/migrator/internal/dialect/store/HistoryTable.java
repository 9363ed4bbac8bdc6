package dev.migrator.internal.dialect.store;

import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.session.ScriptSession;
import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that change the history.
 */
public final class HistoryTable {

	/** The direction of entries that do not belong to a revision. */
	static final String SEED = "seed";

	private final MigratorTables tables;

	private final @Nullable String application;

	/**
	 * Creates the writer for the history of a version table.
	 * @param tables the tables
	 * @param application the name of the application, or {@code null} if it has none
	 */
	public HistoryTable(MigratorTables tables, @Nullable String application) {
		this.tables = tables;
		this.application = application;
	}

	/**
	 * Records a revision that is done.
	 * @param script its script
	 * @param direction the direction
	 * @param started the SQL of its start time
	 * @return a statement
	 */
	public String done(RecordedScript script, Direction direction, String started) {
		return insert(script, direction, started, "clock_timestamp() - " + started, HistoryOutcome.DONE, "NULL",
				"NULL");
	}

	/**
	 * Records a revision without a transaction that begins.
	 * @param script its script
	 * @param direction the direction
	 * @param statements the number of its statements
	 * @return a statement, which returns the id of the entry
	 */
	public String running(RecordedScript script, Direction direction, int statements) {
		return insert(script, direction, "clock_timestamp()", "NULL", HistoryOutcome.RUNNING,
				Integer.toString(statements), "0")
			.replaceFirst(";\\s*$", " RETURNING id;");
	}

	/**
	 * Returns the id of the entry that {@link #running(RecordedScript, Direction, int)}
	 * inserted last, for callers that cannot read the answer.
	 * @param script the script
	 * @return an expression
	 */
	public String runningId(RecordedScript script) {
		return last(script.revision());
	}

	/**
	 * Records the progress of a revision according to a person, as a new entry: it is
	 * newer than the entries of the revisions that it follows.
	 * @param script its script
	 * @param direction the direction
	 * @param statements the number of its statements
	 * @param done the number of completed statements
	 * @param hash the hash of the completed statements, or {@code null} if there are none
	 * @return a statement
	 */
	public String resolved(RecordedScript script, Direction direction, int statements, int done,
			@Nullable String hash) {
		return values(script, direction.command(), "clock_timestamp()", "NULL", HistoryOutcome.FAILED,
				Integer.toString(statements), Integer.toString(done), hash);
	}

	/**
	 * Stores the state of the script's session in the last entry of a revision.
	 * @param revision the revision
	 * @param session an expression
	 * @return a statement
	 */
	public String session(String revision, String session) {
		return "UPDATE %1$s SET session = %2$s WHERE %3$s;\n".formatted(this.tables.history(), session,
				entry(revision, last(revision)));
	}

	private String last(String revision) {
		return "(SELECT max(id) FROM %s WHERE revision = %s AND version_table = %s)".formatted(this.tables.history(),
				SqlText.literal(revision), SqlText.literal(this.tables.versionTable()));
	}

	/**
	 * Records the progress of a revision without a transaction, and the state of its
	 * session, which was read before.
	 * @param revision the revision
	 * @param id the SQL of the id of its entry
	 * @param done the number of completed statements
	 * @param hash the hash of the completed statements
	 * @return a statement
	 */
	public String progress(String revision, String id, int done, String hash) {
		return "UPDATE %s SET outcome = 'running', statements_done = %s, done_hash = %s, session = %s, error = NULL WHERE %s;\n"
			.formatted(this.tables.history(), done, SqlText.literal(hash), ScriptSession.CURRENT, entry(revision, id));
	}

	/**
	 * Records that a revision without a transaction continues.
	 * @param id the SQL of the id of its entry
	 * @param script its current script
	 * @param statements the current number of its statements
	 * @return a statement
	 */
	public String resumed(String id, RecordedScript script, int statements) {
		return "UPDATE %s SET outcome = 'running', error = NULL, statements = %s, script = %s, checksum = %s WHERE %s;\n"
			.formatted(this.tables.history(), statements, literal(script.location()), literal(script.checksum()),
					entry(script.revision(), id));
	}

	/**
	 * Records that a revision without a transaction is done.
	 * @param revision the revision
	 * @param id the SQL of the id of its entry
	 * @return a statement
	 */
	public String finished(String revision, String id) {
		return "UPDATE %s SET outcome = 'done', duration = clock_timestamp() - started, session = NULL, error = NULL WHERE %s;\n"
			.formatted(this.tables.history(), entry(revision, id));
	}

	/**
	 * Records that a revision without a transaction stopped.
	 * @param revision the revision
	 * @param id the SQL of the id of its entry
	 * @param error the error, without secrets
	 * @return a statement
	 */
	public String failed(String revision, String id, String error) {
		return "UPDATE %s SET outcome = 'failed', duration = clock_timestamp() - started, error = %s WHERE %s;\n"
			.formatted(this.tables.history(), SqlText.literal(error), entry(revision, id));
	}

	/**
	 * Returns a condition with the columns of the primary key, in their order.
	 */
	private static String entry(String revision, String id) {
		return "revision = %s AND id = %s".formatted(SqlText.literal(revision), id);
	}

	/**
	 * Records that a version row was set without running anything.
	 * @param script the script of the revision, if it has one
	 * @return a statement
	 */
	public String stamped(RecordedScript script) {
		return notRun(script, Direction.STAMP);
	}

	/**
	 * Records that a revision is not applied, according to a person.
	 * @param script the script of the revision, if it has one
	 * @return a statement
	 */
	public String undone(RecordedScript script) {
		return notRun(script, Direction.DOWNGRADE);
	}

	/**
	 * Records a seed script that is done, in the transaction in which it ran.
	 * @param script the script
	 * @return a statement
	 */
	public String seeded(RecordedScript script) {
		return values(script, SEED, "transaction_timestamp()", "clock_timestamp() - transaction_timestamp()",
				HistoryOutcome.DONE, "NULL", "NULL", null);
	}

	private String notRun(RecordedScript script, Direction direction) {
		return values(script, direction.command(), "transaction_timestamp()", "NULL", HistoryOutcome.DONE, "NULL",
				"NULL", null);
	}

	private String insert(RecordedScript script, Direction direction, String started, String duration,
			HistoryOutcome outcome, String statements, String done) {
		return values(script, direction.command(), started, duration, outcome, statements, done, null);
	}

	private String values(RecordedScript script, String direction, String started, String duration,
			HistoryOutcome outcome, String statements, String done, @Nullable String hash) {
		return """
				INSERT INTO %s (revision, direction, started, duration, outcome, statements, statements_done, \
				done_hash, script, checksum, checksum_version, db_user, application, version_table) \
				VALUES (%s, '%s', %s, %s, '%s', %s, %s, %s, %s, %s, %s, current_user, %s, %s);
				""".formatted(this.tables.history(), SqlText.literal(script.revision()), direction, started, duration,
				outcome.word(), statements, done, literal(hash), literal(script.location()), literal(script.checksum()),
				(script.checksum() != null) ? Integer.toString(script.checksumVersion()) : "NULL",
				literal(this.application), SqlText.literal(this.tables.versionTable()));
	}

	private static String literal(@Nullable String value) {
		return (value != null) ? SqlText.literal(value) : "NULL";
	}

}
