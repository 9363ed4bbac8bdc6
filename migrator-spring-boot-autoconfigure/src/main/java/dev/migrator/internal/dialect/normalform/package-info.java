/**
 * What is wanted in PostgreSQL's own words: temporary tables are created and read back,
 * so that equal things compare as equal. Start reading at
 * {@link dev.migrator.internal.dialect.normalform.NormalForm}.
 */
@NullMarked
package dev.migrator.internal.dialect.normalform;

import org.jspecify.annotations.NullMarked;
