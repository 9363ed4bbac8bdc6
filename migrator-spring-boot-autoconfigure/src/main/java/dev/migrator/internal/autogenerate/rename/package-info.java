/**
 * Renames: the ones that were given, candidates for others, and sequences that are known
 * by their column. Start reading at
 * {@link dev.migrator.internal.autogenerate.rename.SchemaRenames}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.rename;

import org.jspecify.annotations.NullMarked;
