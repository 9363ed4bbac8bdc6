package dev.migrator.internal.dialect.connection;

import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Looks in the whole database for objects and columns of a name.
 *
 * @param connection the session
 */
public record ExistingNames(ServerConnection connection) {

	/**
	 * Returns whether a relation, type, function, schema or role of a name exists.
	 * @param name the name, without a schema
	 * @return whether one exists
	 */
	public boolean hasObject(String name) {
		return !this.connection.query("""
				select from pg_catalog.pg_class where relname = %1$s
				union all select from pg_catalog.pg_type where typname = %1$s
				union all select from pg_catalog.pg_proc where proname = %1$s
				union all select from pg_catalog.pg_constraint where conname = %1$s
				union all select from pg_catalog.pg_trigger where tgname = %1$s
				union all select from pg_catalog.pg_extension where extname = %1$s
				union all select from pg_catalog.pg_roles where rolname = %1$s limit 1
				""".formatted(SqlText.literal(name))).isEmpty();
	}

	/**
	 * Returns whether any table has a column of a name.
	 * @param name the name
	 * @return whether one has
	 */
	public boolean hasColumn(String name) {
		return !this.connection
			.query("select from pg_catalog.pg_attribute where attname = %s and attnum > 0 limit 1"
				.formatted(SqlText.literal(name)))
			.isEmpty();
	}

}
