/**
 * The facade: {@link dev.migrator.Migrator}, with the methods that an application calls,
 * and its {@link dev.migrator.MigratorBuilder builder}. The results of the commands are
 * in {@link dev.migrator.result}. Independent of Spring Boot: an application without it
 * can build a migrator from a DataSource.
 */
@NullMarked
package dev.migrator;

import org.jspecify.annotations.NullMarked;
