/**
 * Tables, columns, indexes, constraints, types and the other things that a schema is made
 * of, as immutable values: what a directive creates, what autogenerate compares. A name
 * is looked at when the value is made, so that none can be what PostgreSQL would cut off
 * or refuse. Knows neither SQL text nor a database. Start reading at
 * {@link dev.migrator.schema.Table} and {@link dev.migrator.schema.Types}.
 */
@NullMarked
package dev.migrator.schema;

import org.jspecify.annotations.NullMarked;
