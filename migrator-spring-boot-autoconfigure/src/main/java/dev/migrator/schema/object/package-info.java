/**
 * A schema at the grain at which statements change it: one immutable value for each table
 * as such, each column, default, identity, constraint, index, sequence, type and comment.
 * Each knows who it is, with what it goes, what it is compared by and what it names.
 * Start reading at {@link dev.migrator.schema.object.SchemaObject} and
 * {@link dev.migrator.schema.object.SchemaObjects}; a {@link dev.migrator.schema.Table}
 * with its columns is a view over several of them.
 */
@NullMarked
package dev.migrator.schema.object;

import org.jspecify.annotations.NullMarked;
