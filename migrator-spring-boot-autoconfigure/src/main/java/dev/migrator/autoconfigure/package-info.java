/**
 * The glue to Spring Boot: configuration properties, auto-configurations, the detectors
 * that put the migration before everything that uses the database, and the failure
 * analyzer. Start reading at
 * {@link dev.migrator.autoconfigure.MigratorAutoConfiguration}.
 */
@NullMarked
package dev.migrator.autoconfigure;

import org.jspecify.annotations.NullMarked;
