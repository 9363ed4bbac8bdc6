/**
 * A wanted schema that an SQL file describes. Start reading at
 * {@link dev.migrator.autogenerate.schemafile.SchemaFile}.
 */
@NullMarked
package dev.migrator.autogenerate.schemafile;

import org.jspecify.annotations.NullMarked;
