package dev.migrator.internal.dialect.store;

import dev.migrator.internal.dialect.lexer.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The names and the schema of the version table and the history table.
 *
 * @param schema the schema of both, or {@code null} for the connection's schema: the
 * first of its search path that exists
 * @param versionTable the name of the version table
 * @param historyTable the name of the history table
 */
public record MigratorTables(@Nullable String schema, String versionTable, String historyTable) {

	/**
	 * Returns the same tables in a schema.
	 * @param resolvedSchema the schema
	 * @return the tables
	 */
	public MigratorTables in(String resolvedSchema) {
		return new MigratorTables(resolvedSchema, this.versionTable, this.historyTable);
	}

	/**
	 * Returns the schema of the tables.
	 * @return its name
	 * @throws IllegalStateException if the schema is not known yet
	 */
	public String resolvedSchema() {
		if (this.schema == null) {
			throw new IllegalStateException("The schema is not known yet");
		}
		return this.schema;
	}

	/**
	 * Returns the version table as SQL writes it.
	 * @return the quoted name, with its schema if it is known
	 */
	public String version() {
		return qualified(this.versionTable);
	}

	/**
	 * Returns the history table as SQL writes it.
	 * @return the quoted name, with its schema if it is known
	 */
	public String history() {
		return qualified(this.historyTable);
	}

	/**
	 * Returns a table as an expression that is null if it does not exist. An unqualified
	 * name would be found anywhere on the search path, but only the connection's own
	 * schema counts.
	 */
	String regclass(String table) {
		String in = (this.schema != null) ? SqlText.literal(this.schema) : "current_schema()";
		return "to_regclass(quote_ident(%s) || '.' || quote_ident(%s))".formatted(in, SqlText.literal(table));
	}

	private String qualified(String table) {
		String name = SqlText.identifier(table);
		return (this.schema != null) ? SqlText.identifier(this.schema) + "." + name : name;
	}

	String createSchema() {
		return "CREATE SCHEMA " + SqlText.identifier(resolvedSchema()) + ";\n";
	}

	/**
	 * Drops both tables.
	 * @return a statement
	 */
	public String drop() {
		return "DROP TABLE IF EXISTS %s, %s CASCADE".formatted(version(), history());
	}

	/**
	 * Returns a query for the maximum length of an id: the version table may have been
	 * created by Alembic. It returns one row, or none if the column has no width or does
	 * not exist.
	 * @return SQL, without a semicolon
	 */
	public String versionWidth() {
		return """
				select atttypmod - 4 from pg_catalog.pg_attribute
				where attrelid = %s and attname = 'version_num' and atttypmod > 4"""
			.formatted(regclass(this.versionTable));
	}

	/**
	 * Gives the column of the version table the width that a new table has.
	 * @return a statement
	 */
	public String widenVersion() {
		return "ALTER TABLE %s ALTER COLUMN version_num TYPE varchar(128);\n".formatted(version());
	}

	/**
	 * Leaves the name of the primary key to the server, which shortens it if necessary,
	 * and uses another one if it exists already.
	 */
	String createVersion() {
		return """
				CREATE TABLE IF NOT EXISTS %s (
				    version_num varchar(128) PRIMARY KEY
				);
				""".formatted(version());
	}

	/**
	 * Creates the history table. The order of its entries comes from the identity column,
	 * not from clocks.
	 */
	String createHistory() {
		return """
				CREATE TABLE IF NOT EXISTS %s (
				    id bigint GENERATED ALWAYS AS IDENTITY,
				    revision varchar(128) NOT NULL,
				    direction text NOT NULL,
				    started timestamptz NOT NULL,
				    duration interval,
				    outcome text NOT NULL,
				    statements integer,
				    statements_done integer,
				    done_hash text,
				    script text,
				    checksum text,
				    checksum_version integer,
				    db_user text NOT NULL,
				    application text,
				    %s,
				    PRIMARY KEY (revision, id)
				);
				""".formatted(history(), HistoryColumns.definitions()) + new HistoryColumns(this).index();
	}

}
