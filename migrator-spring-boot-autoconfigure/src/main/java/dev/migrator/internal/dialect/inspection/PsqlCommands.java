package dev.migrator.internal.dialect.inspection;

import java.util.Set;

import dev.migrator.internal.dialect.lexer.SqlToken.PsqlCommand;
import org.jspecify.annotations.Nullable;

/**
 * Refuses psql commands, and says what to write instead. Skips the commands that pg_dump
 * writes to protect its script.
 *
 * @see <a href=
 * "https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS">Meta-commands</a>
 */
final class PsqlCommands {

	private static final Set<String> GUARDS = Set.of("restrict", "unrestrict");

	private PsqlCommands() {
	}

	/**
	 * Checks a command.
	 * @return the refusal, or {@code null} if the command can be skipped
	 */
	static @Nullable Refusal check(PsqlCommand command) {
		if (GUARDS.contains(command.name()) && !command.arguments().contains("\\")) {
			return null;
		}
		return new Refusal(command.line(), "\\" + command.name() + " is a psql command, which the server does not know",
				remedy(command.name()), false);
	}

	/**
	 * Refuses a command inside a statement.
	 */
	static Refusal inStatement(PsqlCommand command) {
		return new Refusal(command.line(), "\\" + command.name() + " is inside a statement",
				"move it to a separate line between two statements", false);
	}

	private static String remedy(String name) {
		return switch (name) {
			case "i", "ir", "include", "include_relative" ->
				"write the SQL of that file here, or in a separate revision";
			case "copy" ->
				"write COPY ... FROM STDIN; with the data in the lines below it and \\. in the line after them";
			case "set", "unset", "getenv", "setenv", "prompt" -> "write the values themselves where they are used";
			case "gset" -> "use a WITH query, or a DO block with variables";
			case "gexec" ->
				"run the results of a query in a DO block: FOR ... IN SELECT ... LOOP EXECUTE ...; END LOOP";
			case "g", "gx", "gdesc", "crosstabview", "watch", ";" -> "end the statement with a semicolon";
			case "bind", "bind_named", "parse", "close", "close_prepared", "startpipeline", "endpipeline",
					"syncpipeline", "sendpipeline", "flush", "flushrequest", "getresults" ->
				"write the values into the statement, and end it with a semicolon";
			case "if", "elif", "else", "endif" -> "write a DO block with IF ... THEN ... END IF";
			case "echo", "qecho", "warn", "print", "p" -> "remove it, or use RAISE NOTICE in a DO block";
			case "connect", "c" -> "remove it: a revision runs in the database and the role of its connection "
					+ "(SET ROLE takes another role until the script ends)";
			case "!", "o", "out", "w", "write", "cd", "s", "e", "edit", "ef", "ev" ->
				"remove it: a migration runs no programs and writes no files";
			case "lo_import" -> "write SELECT lo_from_bytea(0, ...) with the data in it";
			case "lo_export", "lo_list", "lo_unlink" -> "write SELECT lo_unlink(...) or a similar function";
			case "q", "quit" -> "remove it and the text after it";
			case "password" -> "write ALTER ROLE ... PASSWORD '...'";
			case "." -> "remove it: it ends the data of a COPY ... FROM STDIN, and there is none before it";
			case "encoding" -> "save the script as UTF-8, and remove it";
			default -> "remove it: it changes only what psql shows";
		};
	}

}
