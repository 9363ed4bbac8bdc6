/**
 * Reads the wanted schema from an SQL file, in a scratch database. Start reading at
 * {@link dev.migrator.internal.autogenerate.schemafile.SchemaFile}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.schemafile;

import org.jspecify.annotations.NullMarked;
