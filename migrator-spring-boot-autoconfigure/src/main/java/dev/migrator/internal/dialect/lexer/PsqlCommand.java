package dev.migrator.internal.dialect.lexer;

/**
 * A psql command, from its backslash to the end of the line. The server does not know
 * these commands.
 *
 * @param start the offset of the backslash
 * @param end the offset of the line end after the command
 * @param line its line
 * @param name the text between the backslash and the next white space, such as
 * {@code restrict}
 * @param arguments the text after the name in its line, cut after {@value #MAX_ARGUMENTS}
 * characters
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
 */
public record PsqlCommand(long start, long end, int line, String name, String arguments) implements SqlToken {

	static final int MAX_ARGUMENTS = 1000;

}
