package dev.migrator.dialect;

import java.util.List;
import java.util.Optional;

/**
 * Whether a table keeps secrets, by the names of its columns.
 */
public final class SecretColumns {

	private SecretColumns() {
	}

	/**
	 * Asks for all tables of a name: which schema is meant is not always said.
	 * @param connection a connection without a failed transaction
	 * @param table the name, without a schema
	 * @return whether a table of the name has such a column; nothing if there is no table
	 */
	public static Optional<Boolean> areIn(ServerConnection connection, String table) {
		List<Row> columns = connection.query("""
				select a.attname from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
				where c.relname = %s and a.attnum > 0
				""".formatted(SqlText.literal(table)));
		return columns.isEmpty() ? Optional.empty()
				: Optional.of(columns.stream().anyMatch((column) -> SecretWords.areIn(column.required(0))));
	}

}
