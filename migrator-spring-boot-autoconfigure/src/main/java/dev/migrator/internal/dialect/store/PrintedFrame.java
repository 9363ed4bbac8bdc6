package dev.migrator.internal.dialect.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.AdvisoryLock;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.session.RunSettings;
import dev.migrator.internal.dialect.session.SavedSession;
import dev.migrator.schema.TextRule;

/**
 * Writes the SQL around the revisions of a printed script. It sets up psql, takes the
 * lock of the migrator, stops if the database is not at the revision from which the
 * script starts, creates the tables, and releases the lock. If no schema was configured,
 * it uses the first existing schema of the search path, like the migrator itself.
 */
public final class PrintedFrame {

	private static final String STARTED = "migrator.started";

	private final MigratorTables tables;

	/**
	 * Creates the frame for tables.
	 * @param tables the tables
	 */
	public PrintedFrame(MigratorTables tables) {
		this.tables = tables;
	}

	/**
	 * Returns the key of the lock.
	 * @return an expression
	 */
	public String key() {
		return AdvisoryLock.keySql(this.tables.schema(), this.tables.versionTable());
	}

	/**
	 * Returns the psql settings that determine the meaning of a script, whatever its
	 * start-up file and its command line set.
	 * @param variables the variables that psql must not put into the SQL
	 * @return psql commands
	 */
	public static String psql(Collection<String> variables) {
		return """
				\\set ON_ERROR_STOP on
				\\set ON_ERROR_ROLLBACK off
				\\set AUTOCOMMIT on
				\\set SINGLELINE off
				\\encoding UTF8
				""" + variables.stream().map((name) -> "\\unset " + name + "\n").collect(Collectors.joining());
	}

	/**
	 * Returns SQL that saves the state of the session, and applies the settings of a run.
	 * @param timeZone the time zone if neither role nor database has one
	 * @param limits statements that set the limits of the session
	 * @return SQL
	 */
	public static String session(String timeZone, String limits) {
		return RunSettings.sql(timeZone) + limits + "\n" + SavedSession.save();
	}

	/**
	 * Returns SQL that takes the lock without waiting, because a person can run a script
	 * again. It refuses an open transaction, in which COMMIT would not have its usual
	 * effect.
	 * @return SQL
	 */
	public String lock() {
		return SqlText
			.block("""
					BEGIN
					    IF transaction_timestamp() <> statement_timestamp() THEN
					        RAISE EXCEPTION 'This script begins and ends its transactions itself, and one is open already. Nothing was changed.'
					            USING HINT = 'Run it without --single-transaction (-1).';
					    END IF;
					    IF NOT pg_catalog.pg_try_advisory_lock(%s) THEN
					        RAISE EXCEPTION 'Another migrator holds the lock of this database. Nothing was changed.'
					            USING HINT = 'Run this script again when that migrator has ended.';
					    END IF;
					END
					"""
				.formatted(key()));
	}

	/**
	 * Returns SQL that compares the version rows with the ones from which the script
	 * starts. A missing table has no rows. It releases the lock before it stops, because
	 * the session may continue after its script.
	 * @param rows the version rows from which the script starts
	 * @param longest the longest id that it writes, or nothing
	 * @param revisions the revisions that it runs
	 * @return SQL
	 */
	public String guard(List<String> rows, String longest, List<String> revisions) {
		return SqlText
			.block("""
					DECLARE
					    starts_from text[] := ARRAY[%1$s]::text[];
					    is_at text[] := '{}';
					    half_way text;
					    problem text;
					    remedy text;
					BEGIN
					    IF %2$s IS NOT NULL THEN
					        SELECT coalesce(array_agg(v.version_num::text ORDER BY v.version_num::text), '{}') INTO is_at FROM %3$s v;
					    END IF;
					    IF %4$s IS NOT NULL THEN
					        SELECT string_agg(h.revision, ', ' ORDER BY h.revision) INTO half_way FROM (%5$s) h
					        WHERE h.version_table IS NOT NULL OR h.revision = ANY (starts_from || ARRAY[%10$s]::text[]);
					    END IF;
					    IF NOT (is_at @> starts_from AND is_at <@ starts_from) THEN
					        problem := format('This script starts from %%s, and the database is at %%s.',
					            coalesce(nullif(array_to_string(starts_from, ', '), ''), 'an empty database (base)'),
					            coalesce(nullif(array_to_string(is_at, ', '), ''), 'no revision (base)'));
					        remedy := 'Print a script that starts from where the database is: START:END.';
					    ELSIF half_way IS NOT NULL THEN
					        problem := format('A revision without a transaction stopped half-way: %%s.', half_way);
					        remedy := 'Let the migrator continue it (migrator current shows the command), or finish or undo it by hand and record that (migrator resolve).';
					    ELSIF EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attrelid = %2$s AND attname = 'version_num'
					            AND atttypmod > 4 AND atttypmod - 4 < %6$s) THEN
					        problem := format('The revision id %%s does not fit into the column version_num of %%s.', %7$s, %8$s);
					        remedy := 'Widen the column: ALTER TABLE ... ALTER COLUMN version_num TYPE varchar(128).';
					    END IF;
					    IF problem IS NOT NULL THEN
					        PERFORM pg_catalog.pg_advisory_unlock(%9$s);
					        RAISE EXCEPTION '%% Nothing was changed.', problem USING HINT = remedy;
					    END IF;
					END
					"""
				.formatted(rows.stream().map(SqlText::literal).collect(Collectors.joining(", ")),
						this.tables.regclass(this.tables.versionTable()), this.tables.version(),
						this.tables.regclass(this.tables.historyTable()),
						new LastEntries(this.tables, "true").unfinished(), TextRule.characters(longest),
						SqlText.literal(longest), SqlText.literal(this.tables.version()), key(),
						revisions.stream().map(SqlText::literal).collect(Collectors.joining(", "))));
	}

	/**
	 * Returns SQL that creates missing tables. It checks first whether they exist, like
	 * the migrator: IF NOT EXISTS needs the right to create even if nothing is missing.
	 * @return SQL
	 */
	public String createTables() {
		String schema = (this.tables.schema() == null) ? "" : """
				    IF to_regnamespace(%s) IS NULL THEN
				        %s    END IF;
				""".formatted(SqlText.literal(SqlText.identifier(this.tables.schema())), this.tables.createSchema());
		return SqlText.block("""
				BEGIN
				%sIF %s IS NULL THEN
				%sEND IF;
				IF %s IS NULL THEN
				%sEND IF;
				END
				""".formatted(schema, this.tables.regclass(this.tables.versionTable()), this.tables.createVersion(),
				this.tables.regclass(this.tables.historyTable()), this.tables.createHistory()));
	}

	/**
	 * Returns SQL that completes the history table of an older version of the migrator,
	 * in a separate transaction.
	 * @param limits the limits of the transaction
	 * @return SQL
	 */
	public String completeHistory(String limits) {
		HistoryColumns columns = new HistoryColumns(this.tables);
		return SqlText
			.block("""
					BEGIN
					IF %s IS NOT NULL AND %s = '%s' THEN
					    BEGIN
					%s
					%s    EXCEPTION WHEN insufficient_privilege THEN
					        RAISE EXCEPTION 'The history table %% was made by an older version of the migrator, and the role %% may not complete it. Nothing was changed.',
					            %s, current_user USING HINT = 'Let its owner run: ' || %s;
					    END;
					END IF;
					END
					"""
				.formatted(this.tables.regclass(this.tables.historyTable()), columns.layout(), TableLayout.OLDER,
						limits, columns.complete(), SqlText.literal(this.tables.history()),
						SqlText.literal(columns.complete())));
	}

	/**
	 * Returns SQL that releases the lock.
	 * @return SQL
	 */
	public String unlock() {
		return "SELECT pg_catalog.pg_advisory_unlock(%s);\n".formatted(key());
	}

	/**
	 * Returns SQL that remembers the start time of a revision in the session, to the end
	 * of the transaction of a whole run.
	 * @return SQL
	 */
	public static String rememberNow() {
		return "SELECT pg_catalog.set_config('%s', clock_timestamp()::text, true);".formatted(STARTED);
	}

	/**
	 * Returns the time that {@link #rememberNow()} remembered.
	 * @return an expression
	 */
	public static String remembered() {
		return "coalesce(nullif(current_setting('%s', true), '')::timestamptz, transaction_timestamp())"
			.formatted(STARTED);
	}

}
