/**
 * Which database the application uses: the configured one, or an embedded PostgreSQL that
 * keeps its data in a folder. Start reading at
 * {@link dev.migrator.sample.database.DatabaseConfiguration}.
 */
@NullMarked
package dev.migrator.sample.database;

import org.jspecify.annotations.NullMarked;
