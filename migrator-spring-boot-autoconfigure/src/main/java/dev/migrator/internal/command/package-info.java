/**
 * The commands behind {@link dev.migrator.Migrator}: their checks, plans and runs, under
 * the lock if they write. Start reading at
 * {@link dev.migrator.internal.command.MigrationExecution} and
 * {@link dev.migrator.internal.command.Plans}.
 */
@NullMarked
package dev.migrator.internal.command;

import org.jspecify.annotations.NullMarked;
