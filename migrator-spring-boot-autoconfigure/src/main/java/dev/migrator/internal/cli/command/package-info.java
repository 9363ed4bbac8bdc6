/**
 * The commands that read or change a database, one class for each. Start reading at
 * {@link dev.migrator.internal.cli.command.HeadsCommand}, the smallest.
 */
@NullMarked
package dev.migrator.internal.cli.command;

import org.jspecify.annotations.NullMarked;
