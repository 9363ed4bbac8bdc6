/**
 * The front door: {@link dev.migrator.Migrator}, with a method for each command, and what
 * each returns. Knows nothing of Spring Boot; an application without it can build a
 * migrator from a DataSource.
 */
@NullMarked
package dev.migrator;

import org.jspecify.annotations.NullMarked;
