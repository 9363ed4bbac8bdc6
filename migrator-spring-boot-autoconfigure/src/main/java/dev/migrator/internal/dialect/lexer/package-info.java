/**
 * Reads SQL text by PostgreSQL's own rules: tokens, statements, lines, COPY data, psql
 * commands; and writes names and literals. Does not use a connection. Start reading at
 * {@link dev.migrator.internal.dialect.lexer.SqlLexer}.
 */
@NullMarked
package dev.migrator.internal.dialect.lexer;

import org.jspecify.annotations.NullMarked;
