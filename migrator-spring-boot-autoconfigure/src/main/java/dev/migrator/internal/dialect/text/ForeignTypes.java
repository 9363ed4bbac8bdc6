package dev.migrator.internal.dialect.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.migrator.internal.dialect.error.ServerError;

/**
 * Suggests PostgreSQL's name for types of other databases.
 */
public final class ForeignTypes {

	private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("datetime", "timestamp"),
			Map.entry("datetime2", "timestamp"), Map.entry("smalldatetime", "timestamp(0)"),
			Map.entry("datetimeoffset", "timestamp with time zone"), Map.entry("tinyint", "smallint"),
			Map.entry("mediumint", "integer"), Map.entry("number", "numeric"), Map.entry("double", "double precision"),
			Map.entry("varchar2", "varchar"), Map.entry("nvarchar", "varchar"), Map.entry("nvarchar2", "varchar"),
			Map.entry("nchar", "char"), Map.entry("tinytext", "text"), Map.entry("mediumtext", "text"),
			Map.entry("longtext", "text"), Map.entry("ntext", "text"), Map.entry("clob", "text"),
			Map.entry("nclob", "text"), Map.entry("blob", "bytea"), Map.entry("tinyblob", "bytea"),
			Map.entry("mediumblob", "bytea"), Map.entry("longblob", "bytea"), Map.entry("binary", "bytea"),
			Map.entry("varbinary", "bytea"), Map.entry("raw", "bytea"), Map.entry("image", "bytea"),
			Map.entry("uniqueidentifier", "uuid"), Map.entry("year", "smallint"));

	private ForeignTypes() {
	}

	/**
	 * Returns a suggestion for a type that PostgreSQL does not know.
	 */
	public static Optional<String> instead(ServerError error) {
		if (!error.sqlState().equals("42704") || !error.message().startsWith("type ")) {
			return Optional.empty();
		}
		String name = error.quoted().replaceFirst("(\\[])+$", "").toLowerCase(Locale.ROOT);
		return Optional.ofNullable(TYPES.get(name))
			.map((type) -> "PostgreSQL has no type %s: use %s.".formatted(name, type));
	}

}
