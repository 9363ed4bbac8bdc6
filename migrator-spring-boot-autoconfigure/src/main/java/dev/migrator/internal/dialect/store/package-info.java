/**
 * Reads and writes the version table and the history table: their layouts and all
 * statements about them. Start reading at
 * {@link dev.migrator.internal.dialect.store.StateQuery} and
 * {@link dev.migrator.internal.dialect.store.TableCreation}.
 */
@NullMarked
package dev.migrator.internal.dialect.store;

import org.jspecify.annotations.NullMarked;
