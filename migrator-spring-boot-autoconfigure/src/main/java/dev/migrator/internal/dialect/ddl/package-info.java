/**
 * Writes the SQL of directives. Start reading at
 * {@link dev.migrator.internal.dialect.ddl.DirectiveSql}, which has a writer for each
 * directive.
 */
@NullMarked
package dev.migrator.internal.dialect.ddl;

import org.jspecify.annotations.NullMarked;
