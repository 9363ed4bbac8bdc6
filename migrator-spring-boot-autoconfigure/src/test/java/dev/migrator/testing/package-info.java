/**
 * What tests are made with: a real PostgreSQL, revisions in a folder.
 */
@NullMarked
package dev.migrator.testing;

import org.jspecify.annotations.NullMarked;
