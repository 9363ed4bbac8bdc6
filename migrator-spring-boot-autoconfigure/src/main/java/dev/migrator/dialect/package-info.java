/**
 * All that knows PostgreSQL: the lexer, sending a message and reading what came of it,
 * the lock, what a session carries from one revision to the next, SQLSTATEs. How a script
 * is cut into statements begins at {@link dev.migrator.dialect.SqlLexer}.
 */
@NullMarked
package dev.migrator.dialect;

import org.jspecify.annotations.NullMarked;
