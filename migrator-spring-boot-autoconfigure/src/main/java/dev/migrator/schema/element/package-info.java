/**
 * Tables, constraints, indexes, sequences, domains and the other objects of a schema, as
 * immutable values. Public: operations carry them. Knows neither SQL text nor a database.
 * Start reading at {@link dev.migrator.schema.element.Table}.
 */
@NullMarked
package dev.migrator.schema.element;

import org.jspecify.annotations.NullMarked;
