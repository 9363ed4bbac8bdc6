/**
 * Reads and writes single pieces of SQL as PostgreSQL prints them, or as other databases
 * write them: types, checks, defaults, generated names. Start reading at
 * {@link dev.migrator.internal.dialect.text.PrintedExpression} and
 * {@link dev.migrator.internal.dialect.text.TypeText}.
 */
@NullMarked
package dev.migrator.internal.dialect.text;

import org.jspecify.annotations.NullMarked;
