/**
 * Reads the contents of a database: with a query for each kind of object, several of
 * which share a message. Start reading at
 * {@link dev.migrator.internal.dialect.catalog.CatalogReader}; a query is a class like
 * {@link dev.migrator.internal.dialect.catalog.CatalogDomains}.
 */
@NullMarked
package dev.migrator.internal.dialect.catalog;

import org.jspecify.annotations.NullMarked;
