/**
 * The configuration properties {@code migrator.*}, and the errors of a configuration that
 * contradicts itself. Public. Start reading at
 * {@link dev.migrator.autoconfigure.properties.MigratorProperties}.
 */
@NullMarked
package dev.migrator.autoconfigure.properties;

import org.jspecify.annotations.NullMarked;
