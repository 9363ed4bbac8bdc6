/**
 * The front door: {@link dev.migrator.Migrator}, with a method for each command, and its
 * {@link dev.migrator.MigratorBuilder builder}. What the commands return is in
 * {@link dev.migrator.result}. Knows nothing of Spring Boot: an application without it
 * can build a migrator from a DataSource.
 */
@NullMarked
package dev.migrator;

import org.jspecify.annotations.NullMarked;
