/**
 * Converts a wanted schema to PostgreSQL's own form: temporary tables are created and
 * read back, so that equal objects compare as equal. Start reading at
 * {@link dev.migrator.internal.dialect.normalform.NormalForm}.
 */
@NullMarked
package dev.migrator.internal.dialect.normalform;

import org.jspecify.annotations.NullMarked;
