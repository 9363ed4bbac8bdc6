/**
 * Spring Boot: the auto-configurations, the initializer that migrates at start, the run
 * listener that turns the application into a command line, and failure analyzers. Public:
 * the auto-configurations, {@link dev.migrator.autoconfigure.MigratorCustomizer} and
 * {@link dev.migrator.autoconfigure.MigratorDataSource}. Start reading at
 * {@link dev.migrator.autoconfigure.MigratorAutoConfiguration}.
 */
@NullMarked
package dev.migrator.autoconfigure;

import org.jspecify.annotations.NullMarked;
