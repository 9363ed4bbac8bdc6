package dev.migrator.internal.dialect.lexer;

/**
 * The data of a {@code COPY ... FROM STDIN}: the lines after the line of its semicolon,
 * up to a line that is {@code \.}, or up to the end of the text.
 *
 * @param start the offset of the first data line
 * @param end the offset after the line end of the last data line
 * @param line the first data line
 * @param terminated whether a line {@code \.} was found
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
 */
public record CopyData(long start, long end, int line, boolean terminated) implements SqlToken {
}
