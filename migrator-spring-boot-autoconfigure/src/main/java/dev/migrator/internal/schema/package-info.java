/**
 * The elements of a schema, cut into objects that one statement can create, change or
 * drop: the grain of the comparison. Start reading at
 * {@link dev.migrator.internal.schema.SchemaObject}, then
 * {@link dev.migrator.internal.schema.SchemaObjects}.
 */
@NullMarked
package dev.migrator.internal.schema;

import org.jspecify.annotations.NullMarked;
