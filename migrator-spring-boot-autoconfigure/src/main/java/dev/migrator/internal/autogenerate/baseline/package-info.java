/**
 * The present schema of a database as SQL: as files, for an export, and as the first
 * revision. Start reading at
 * {@link dev.migrator.internal.autogenerate.baseline.WrittenSchema}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.baseline;

import org.jspecify.annotations.NullMarked;
