/**
 * What stands around the objects that are compared: what depends on them, what goes with
 * a table, what interrupted statements left behind. Start reading at
 * {@link dev.migrator.internal.dialect.surroundings.DependantsReader}.
 */
@NullMarked
package dev.migrator.internal.dialect.surroundings;

import org.jspecify.annotations.NullMarked;
