/**
 * All that knows PostgreSQL: the lexer, sending a message and reading what came of it,
 * the lock, what a session carries from one revision to the next, SQLSTATEs. How a script
 * is cut into statements begins at {@link dev.migrator.dialect.SqlLexer}, how it is sent
 * at {@link dev.migrator.dialect.SqlPieces}, and what is refused in it at
 * {@link dev.migrator.dialect.ScriptInspection}. Directives become SQL in
 * {@link dev.migrator.dialect.DirectiveSql}. What a database has is read in
 * {@link dev.migrator.dialect.CatalogReader}, and what is wanted is said in the same
 * words in {@link dev.migrator.dialect.NormalForm}; SQL that is only to be read back is
 * run in a {@link dev.migrator.dialect.Scratch}.
 */
@NullMarked
package dev.migrator.dialect;

import org.jspecify.annotations.NullMarked;
