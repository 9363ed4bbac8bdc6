/**
 * The entrance of the command line: {@link dev.migrator.internal.cli.MigratorCommand}.
 */
@NullMarked
package dev.migrator.internal.cli;

import org.jspecify.annotations.NullMarked;
