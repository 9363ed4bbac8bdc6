/**
 * The commands behind {@link dev.migrator.Migrator}: what each looks at, plans and runs,
 * under the lock where it writes. Start reading at
 * {@link dev.migrator.internal.command.MigrationExecution} and
 * {@link dev.migrator.internal.command.Plans}.
 */
@NullMarked
package dev.migrator.internal.command;

import org.jspecify.annotations.NullMarked;
