package dev.migrator.internal.dialect.lexer;

/**
 * A command to psql itself, from its backslash to the end of the line. The server knows
 * none of them.
 *
 * @param start the offset of the backslash
 * @param end the offset of the line end behind the command
 * @param line the line in which it stands
 * @param name what stands between the backslash and the next white space, such as
 * {@code restrict}
 * @param arguments what stands behind it in its line, cut after {@value #MAX_ARGUMENTS}
 * characters
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
 */
public record PsqlCommand(long start, long end, int line, String name, String arguments) implements SqlToken {

	static final int MAX_ARGUMENTS = 1000;

}
