/**
 * The ground of the house: {@link dev.migrator.problem.MigratorException}, the root of
 * every error that a user can act on. Each floor has subclasses of its own that carry its
 * data. Public. Uses nothing.
 */
@NullMarked
package dev.migrator.problem;

import org.jspecify.annotations.NullMarked;
