package dev.migrator.internal.dialect.catalog;

import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * An object of a kind that {@link CatalogReader} does not read.
 *
 * @param kind its kind, in PostgreSQL's words: {@code view}, {@code function},
 * {@code operator class}, ...
 * @param relation the view, foreign table or partition itself, or the table of a trigger,
 * rule or policy; {@code null} for all others
 * @param name its name, or {@code null} if it is the name of the relation
 * @param identity the text that identifies it within its kind, as SQL writes it:
 * {@code add_days(date,integer)}, {@code audit on accounts}; without a schema if the
 * session finds it without one
 */
public record UncomparedObject(String kind, @Nullable ObjectName relation, @Nullable String name, String identity) {
}
