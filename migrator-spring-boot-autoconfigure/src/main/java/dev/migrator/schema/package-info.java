/**
 * Types, names and values of a schema: what a revision in Java says about columns. A name
 * is checked when the value is made, so that none can be what PostgreSQL would cut off or
 * refuse. Public. Knows neither SQL text nor a database. Start reading at
 * {@link dev.migrator.schema.Types}. Tables and the like are in
 * {@link dev.migrator.schema.element}.
 */
@NullMarked
package dev.migrator.schema;

import org.jspecify.annotations.NullMarked;
