package dev.migrator.internal.dialect.catalog;

import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * An object of a kind that {@link CatalogReader} does not read.
 *
 * @param kind what it is, in PostgreSQL's word: {@code view}, {@code function},
 * {@code operator class}, ...
 * @param relation the view, foreign table or partition that it is, or the table that it
 * is a trigger, rule or policy of; {@code null} for all others
 * @param name its name, or {@code null} if that is the relation's
 * @param identity what tells it from all others of its kind, as SQL writes it:
 * {@code add_days(date,integer)}, {@code audit on accounts}; without a schema where the
 * session finds it without
 */
public record UncomparedObject(String kind, @Nullable ObjectName relation, @Nullable String name, String identity) {
}
