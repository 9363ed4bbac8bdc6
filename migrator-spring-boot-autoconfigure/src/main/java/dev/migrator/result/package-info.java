/**
 * What the commands return and throw: the state of a database, its revisions, what was
 * run, what a check found. Public. Values only; they are filled in by
 * {@link dev.migrator.internal.command}. Start reading at
 * {@link dev.migrator.result.MigrationStatus}.
 */
@NullMarked
package dev.migrator.result;

import org.jspecify.annotations.NullMarked;
