/**
 * The statements that make the objects of a database again, in the words of the server,
 * and what depends on what. Start reading at
 * {@link dev.migrator.internal.dialect.definition.DefinitionReader}.
 */
@NullMarked
package dev.migrator.internal.dialect.definition;

import org.jspecify.annotations.NullMarked;
