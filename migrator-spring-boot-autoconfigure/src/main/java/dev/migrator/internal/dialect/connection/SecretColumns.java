package dev.migrator.internal.dialect.connection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.error.SecretWords;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Decides whether a table contains secrets, by the names of its columns.
 */
public final class SecretColumns {

	private static final Pattern NAME = Pattern.compile(NameText.UNQUOTED + "|" + NameText.QUOTED);

	private SecretColumns() {
	}

	/**
	 * Checks the tables that SQL may name. A trigger or a rule may be on them.
	 * @param connection a connection without a failed transaction
	 * @param sql the SQL
	 * @return whether one of them has a column with a secret
	 */
	public static boolean areInTablesOf(ServerConnection connection, String sql) {
		Set<String> names = new TreeSet<>();
		for (Matcher word = NAME.matcher(sql); word.find();) {
			names.add(SqlText.literal(NameText.of(word.group())));
		}
		return !names.isEmpty() && connection.query("""
				select a.attname from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
				where c.relname in (%s) and c.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0
				""".formatted(String.join(", ", names)))
			.stream()
			.anyMatch((column) -> SecretWords.areIn(column.required(0)));
	}

	/**
	 * Checks all tables of a name, because the schema is not always known.
	 * @param connection a connection without a failed transaction
	 * @param table the name, without a schema
	 * @return whether a table of the name has a column with a secret; nothing if no such
	 * table exists
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
