/**
 * Writes Java source: the contents of the lambda of a directive, for a table, a column,
 * an index, a constraint, a sequence, a type, a value. An
 * {@link dev.migrator.operation.Operation} writes itself with it. Knows the methods of a
 * revision by their names only. Start reading at
 * {@link dev.migrator.operation.source.JavaCode}.
 */
@NullMarked
package dev.migrator.operation.source;

import org.jspecify.annotations.NullMarked;
