/**
 * One class for each command. Start reading at
 * {@link dev.migrator.internal.cli.command.HeadsCommand}, the smallest, and
 * {@link dev.migrator.internal.cli.command.Commands}, which lists them.
 */
@NullMarked
package dev.migrator.internal.cli.command;

import org.jspecify.annotations.NullMarked;
