/**
 * The command line, which is the application itself: what is typed becomes a call of
 * {@link dev.migrator.Migrator}, and what that returns becomes text or JSON. Start
 * reading at {@link dev.migrator.cli.MigratorCommand}; each command is a class.
 */
@NullMarked
package dev.migrator.cli;

import org.jspecify.annotations.NullMarked;
