/**
 * Revisions that need code: each one stands in the same graph as the SQL files in
 * {@code src/main/resources/db/revisions}.
 */
@NullMarked
package dev.migrator.sample.revisions;

import org.jspecify.annotations.NullMarked;
