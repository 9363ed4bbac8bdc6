/**
 * Reads the surroundings of the compared objects: their dependents, what is dropped with
 * a table, and what interrupted statements left. Start reading at
 * {@link dev.migrator.internal.dialect.surroundings.DependantsReader}.
 */
@NullMarked
package dev.migrator.internal.dialect.surroundings;

import org.jspecify.annotations.NullMarked;
