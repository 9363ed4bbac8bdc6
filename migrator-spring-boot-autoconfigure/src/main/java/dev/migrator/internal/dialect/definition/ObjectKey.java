package dev.migrator.internal.dialect.definition;

/**
 * The identity of an object within one database.
 *
 * @param catalog the catalog that contains it: {@code pg_class}
 * @param oid its oid there
 */
public record ObjectKey(String catalog, String oid) {
}
