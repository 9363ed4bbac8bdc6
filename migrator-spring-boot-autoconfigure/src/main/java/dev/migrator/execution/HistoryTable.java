package dev.migrator.execution;

import dev.migrator.dialect.ScriptSession;
import dev.migrator.dialect.SqlText;
import dev.migrator.revision.Direction;
import dev.migrator.script.Checksum;
import dev.migrator.script.Script;
import dev.migrator.script.SeedScript;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write the history.
 */
final class HistoryTable {

	/** The direction of rows that are about no revision. */
	static final String SEED = "seed";

	private final MigratorTables tables;

	private final @Nullable String application;

	HistoryTable(MigratorTables tables, @Nullable String application) {
		this.tables = tables;
		this.application = application;
	}

	/**
	 * Records a revision that is done.
	 * @param started SQL for when it was started
	 */
	String done(Script script, Direction direction, String started) {
		return insert(script, direction, started, "clock_timestamp() - " + started, "done", "NULL", "NULL");
	}

	/**
	 * Records a revision without a transaction that begins; the answer is the row's id.
	 */
	String running(Script script, Direction direction, int statements) {
		return insert(script, direction, "clock_timestamp()", "NULL", "running", Integer.toString(statements), "0")
			.replaceFirst(";\\s*$", " RETURNING id;");
	}

	/**
	 * The id of the row that {@link #running} inserted last, for who cannot read the
	 * answer.
	 */
	String running(Script script) {
		return last(script.revision().id());
	}

	/**
	 * Records how far a person says that a revision is, as an entry of its own: it is
	 * newer than what the revision stands on.
	 */
	String resolved(Script script, Direction direction, int statements, int done, @Nullable String hash) {
		return values(script.revision().id(), direction.command(), "clock_timestamp()", "NULL", "failed",
				Integer.toString(statements), Integer.toString(done), script.location(), script.checksum(), hash);
	}

	/**
	 * Keeps with the last entry of a revision what its script had made of its session.
	 * @param session an expression
	 */
	String session(String revision, String session) {
		return "UPDATE %1$s SET session = %2$s WHERE %3$s;\n".formatted(this.tables.history(), session,
				entry(revision, last(revision)));
	}

	private String last(String revision) {
		return "(SELECT max(id) FROM %s WHERE revision = %s AND version_table = %s)".formatted(this.tables.history(),
				SqlText.literal(revision), SqlText.literal(this.tables.versionTable()));
	}

	/**
	 * Records how far a revision without a transaction came, and what it has made of its
	 * session: that has been read before.
	 */
	String progress(String revision, String id, int done, String hash) {
		return "UPDATE %s SET outcome = 'running', statements_done = %s, done_hash = %s, session = %s, error = NULL WHERE %s;\n"
			.formatted(this.tables.history(), done, SqlText.literal(hash), ScriptSession.CURRENT, entry(revision, id));
	}

	String resumed(String id, Script script, int statements) {
		return "UPDATE %s SET outcome = 'running', error = NULL, statements = %s, script = %s, checksum = %s WHERE %s;\n"
			.formatted(this.tables.history(), statements, SqlText.literal(script.location()),
					literal((script.checksum() != null) ? script.checksum().value() : null),
					entry(script.revision().id(), id));
	}

	String finished(String revision, String id) {
		return "UPDATE %s SET outcome = 'done', duration = clock_timestamp() - started, session = NULL, error = NULL WHERE %s;\n"
			.formatted(this.tables.history(), entry(revision, id));
	}

	/**
	 * Records that a revision without a transaction stopped.
	 * @param error why, without a secret
	 */
	String failed(String revision, String id, String error) {
		return "UPDATE %s SET outcome = 'failed', duration = clock_timestamp() - started, error = %s WHERE %s;\n"
			.formatted(this.tables.history(), SqlText.literal(error), entry(revision, id));
	}

	/**
	 * The primary key, in its order.
	 */
	private static String entry(String revision, String id) {
		return "revision = %s AND id = %s".formatted(SqlText.literal(revision), id);
	}

	/**
	 * Records that a version row was set without running anything.
	 */
	String stamped(String revision, @Nullable Script script) {
		return notRun(revision, script, "stamp");
	}

	/**
	 * Records that a person says that a revision is not applied.
	 */
	String undone(String revision, @Nullable Script script) {
		return notRun(revision, script, "downgrade");
	}

	/**
	 * Records a seed script that is done, in the transaction in which it ran.
	 */
	String seeded(SeedScript script) {
		return values(script.path(), SEED, "transaction_timestamp()", "clock_timestamp() - transaction_timestamp()",
				"done", "NULL", "NULL", script.location(), script.checksum(), null);
	}

	private String notRun(String revision, @Nullable Script script, String direction) {
		return values(revision, direction, "transaction_timestamp()", "NULL", "done", "NULL", "NULL",
				(script != null) ? script.location() : null, (script != null) ? script.checksum() : null, null);
	}

	private String insert(Script script, Direction direction, String started, String duration, String outcome,
			String statements, String done) {
		return values(script.revision().id(), direction.command(), started, duration, outcome, statements, done,
				script.location(), script.checksum(), null);
	}

	private String values(String revision, String direction, String started, String duration, String outcome,
			String statements, String done, @Nullable String location, @Nullable Checksum checksum,
			@Nullable String hash) {
		return """
				INSERT INTO %s (revision, direction, started, duration, outcome, statements, statements_done, \
				done_hash, script, checksum, checksum_version, db_user, application, version_table) \
				VALUES (%s, '%s', %s, %s, '%s', %s, %s, %s, %s, %s, %s, current_user, %s, %s);
				""".formatted(this.tables.history(), SqlText.literal(revision), direction, started, duration, outcome,
				statements, done, literal(hash), literal(location),
				literal((checksum != null) ? checksum.value() : null),
				(checksum != null) ? Integer.toString(checksum.version()) : "NULL", literal(this.application),
				SqlText.literal(this.tables.versionTable()));
	}

	private static String literal(@Nullable String value) {
		return (value != null) ? SqlText.literal(value) : "NULL";
	}

}
