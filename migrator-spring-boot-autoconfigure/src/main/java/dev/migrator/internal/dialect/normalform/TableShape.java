package dev.migrator.internal.dialect.normalform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * A table that is recognized by its columns, whatever its name.
 *
 * @param columns names of some of them, in lower case
 */
public record TableShape(List<String> columns) {

	/** The table in which Flyway records its migrations. */
	public static final TableShape OF_FLYWAY = new TableShape(List.of("installed_rank", "installed_on", "checksum"));

	/** The table in which Liquibase records its changes. */
	public static final TableShape OF_LIQUIBASE = new TableShape(List.of("orderexecuted", "exectype", "md5sum"));

	/** The table with which Liquibase locks. */
	public static final TableShape OF_LIQUIBASE_LOCK = new TableShape(List.of("locked", "lockgranted", "lockedby"));

	public TableShape {
		columns = List.copyOf(columns);
	}

	/**
	 * Returns whether a table has at least these columns.
	 * @param all the names of its columns
	 * @return whether they include these columns
	 */
	public boolean fits(List<String> all) {
		return all.stream().map((column) -> column.toLowerCase(Locale.ROOT)).toList().containsAll(this.columns);
	}

	/**
	 * Returns whether a table has exactly these columns.
	 * @param all the names of its columns
	 * @return whether they are these columns
	 */
	public boolean isAll(List<String> all) {
		return all.size() == this.columns.size() && fits(all);
	}

	/**
	 * Finds a table with these columns in some schemas.
	 * @param connection the session
	 * @param schemas the schemas
	 * @return its name without the schema; the first by schema and name if there are
	 * several
	 */
	public Optional<String> find(ServerConnection connection, List<String> schemas) {
		return schemas.isEmpty() ? Optional.empty() : find(connection, "n.nspname in (%s)"
			.formatted(schemas.stream().map(SqlText::literal).collect(Collectors.joining(", "))));
	}

	/**
	 * Finds a table with these columns in all schemas.
	 * @param connection the session
	 * @return its name without the schema; the first by schema and name if there are
	 * several
	 */
	public Optional<String> findAnywhere(ServerConnection connection) {
		return find(connection, "not pg_catalog.pg_is_other_temp_schema(n.oid)");
	}

	private Optional<String> find(ServerConnection connection, String where) {
		String names = this.columns.stream().map(SqlText::literal).collect(Collectors.joining(", "));
		return connection.query("""
				select c.relname from pg_catalog.pg_class c
				join pg_catalog.pg_namespace n on n.oid = c.relnamespace
				where c.relkind in ('r', 'p') and %s
				    and (select count(*) from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0
				        and not a.attisdropped and pg_catalog.lower(a.attname) in (%s)) = %s
				order by n.nspname, c.relname limit 1""".formatted(where, names, this.columns.size()))
			.stream()
			.map((row) -> row.required(0))
			.findFirst();
	}

}
