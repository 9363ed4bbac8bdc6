/**
 * The results and exceptions of the commands: the state of a database, its revisions, the
 * steps that were run, the problems that a check found. Public. Values only; they are
 * created by {@link dev.migrator.internal.command}. Start reading at
 * {@link dev.migrator.result.MigrationStatus}.
 */
@NullMarked
package dev.migrator.result;

import org.jspecify.annotations.NullMarked;
