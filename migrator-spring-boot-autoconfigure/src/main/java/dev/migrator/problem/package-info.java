/**
 * The lowest floor: {@link dev.migrator.problem.MigratorException}, the root of every
 * error that a user can act on. Each floor has its own subclasses, which carry its data.
 * Public. Uses no other package.
 */
@NullMarked
package dev.migrator.problem;

import org.jspecify.annotations.NullMarked;
