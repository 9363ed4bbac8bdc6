/**
 * The entrance of the command line: {@link dev.migrator.internal.cli.MigratorCommand}
 * runs one command of an application, {@link dev.migrator.internal.cli.Commands} lists
 * all of them.
 */
@NullMarked
package dev.migrator.internal.cli;

import org.jspecify.annotations.NullMarked;
