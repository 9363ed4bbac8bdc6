package dev.migrator.execution;

import java.util.Locale;

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
		return "(SELECT max(id) FROM %s WHERE revision = %s)".formatted(this.tables.history(),
				SqlText.literal(script.revision().id()));
	}

	String progress(String id, int done, String hash) {
		return "UPDATE %s SET outcome = 'running', statements_done = %s, done_hash = %s WHERE id = %s;\n"
			.formatted(this.tables.history(), done, SqlText.literal(hash), id);
	}

	String resumed(String id, Script script, int statements) {
		return "UPDATE %s SET outcome = 'running', statements = %s, script = %s, checksum = %s WHERE id = %s;\n"
			.formatted(this.tables.history(), statements, SqlText.literal(script.location()),
					literal((script.checksum() != null) ? script.checksum().value() : null), id);
	}

	String outcome(String id, String outcome) {
		return "UPDATE %s SET outcome = %s, duration = clock_timestamp() - started WHERE id = %s;\n"
			.formatted(this.tables.history(), SqlText.literal(outcome), id);
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
				"done", "NULL", "NULL", script.location(), script.checksum());
	}

	private String notRun(String revision, @Nullable Script script, String direction) {
		return values(revision, direction, "transaction_timestamp()", "NULL", "done", "NULL", "NULL",
				(script != null) ? script.location() : null, (script != null) ? script.checksum() : null);
	}

	private String insert(Script script, Direction direction, String started, String duration, String outcome,
			String statements, String done) {
		return values(script.revision().id(), direction.name().toLowerCase(Locale.ROOT), started, duration, outcome,
				statements, done, script.location(), script.checksum());
	}

	private String values(String revision, String direction, String started, String duration, String outcome,
			String statements, String done, @Nullable String location, @Nullable Checksum checksum) {
		return """
				INSERT INTO %s (revision, direction, started, duration, outcome, statements, statements_done, script, \
				checksum, checksum_version, db_user, application) \
				VALUES (%s, '%s', %s, %s, '%s', %s, %s, %s, %s, %s, current_user, %s);
				""".formatted(this.tables.history(), SqlText.literal(revision), direction, started, duration, outcome,
				statements, done, literal(location), literal((checksum != null) ? checksum.value() : null),
				(checksum != null) ? Integer.toString(checksum.version()) : "NULL", literal(this.application));
	}

	private static String literal(@Nullable String value) {
		return (value != null) ? SqlText.literal(value) : "NULL";
	}

}
