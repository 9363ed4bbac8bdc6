/**
 * Types, names and values of a schema: revisions in Java describe columns with them. A
 * name is checked when the value is created, so that PostgreSQL never cuts it off or
 * refuses it. Public. Knows neither SQL text nor a database. Start reading at
 * {@link dev.migrator.schema.Types}. Tables and other objects are in
 * {@link dev.migrator.schema.element}.
 */
@NullMarked
package dev.migrator.schema;

import org.jspecify.annotations.NullMarked;
