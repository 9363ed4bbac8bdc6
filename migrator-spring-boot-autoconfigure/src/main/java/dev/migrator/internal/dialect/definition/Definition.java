package dev.migrator.internal.dialect.definition;

import org.jspecify.annotations.Nullable;

/**
 * An object of a database with the statements that make it again, without its owner and
 * its rights.
 *
 * @param key its identity in this database
 * @param kind its kind
 * @param of the table or view to which it belongs, or {@code null} for none
 * @param schema its schema, or {@code null} for the default schema and for none
 * @param name its name, or that of its table
 * @param identity what distinguishes it from others of its kind:
 * {@code add_days(date,integer)}
 * @param create the statements that make it
 * @param drop the statement that drops it; empty if it goes with another object
 */
public record Definition(ObjectKey key, DefinedKind kind, @Nullable ObjectKey of, @Nullable String schema, String name,
		String identity, String create, String drop) {
}
