package dev.migrator.internal.dialect.lexer;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the places where psql would put the value of one of its variables into SQL:
 * {@code :name}, {@code :'name'} and {@code :"name"} outside of quotes and comments, as
 * in the slice {@code a[1:n]}. psql does so only if it has a variable of that name, so
 * the printed script unsets it. Some variables cannot be unset.
 *
 * @see <a href=
 * "https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-INTERPOLATION">SQL
 * Interpolation</a>
 */
public final class PsqlVariables {

	/**
	 * The variable in which a printed script keeps the setting {@code QUIET} of psql.
	 */
	public static final String QUIET = "migrator_quiet";

	/**
	 * {@code \\unset} sets these to their default, or the next query sets them again. One
	 * is the printed script's own.
	 */
	private static final Set<String> ALWAYS_SET = Set.of("AUTOCOMMIT", "COMP_KEYWORD_CASE", "ECHO", "ECHO_HIDDEN",
			"ERROR", "FETCH_COUNT", "HIDE_TABLEAM", "HIDE_TOAST_COMPRESSION", "HISTCONTROL", "HISTSIZE", "IGNOREEOF",
			"LAST_ERROR_MESSAGE", "LAST_ERROR_SQLSTATE", "ON_ERROR_ROLLBACK", "ON_ERROR_STOP", "PIPELINE_COMMAND_COUNT",
			"PIPELINE_RESULT_COUNT", "PIPELINE_SYNC_COUNT", "PROMPT1", "PROMPT2", "PROMPT3", "QUIET", "ROW_COUNT",
			"SHOW_ALL_RESULTS", "SHOW_CONTEXT", "SINGLELINE", "SINGLESTEP", "SQLSTATE", "VERBOSITY", "WATCH_INTERVAL",
			QUIET);

	private static final Pattern NAME = Pattern
		.compile("[A-Za-z0-9_\\x{80}-\\x{10FFFF}]+|'[A-Za-z0-9_\\x{80}-\\x{10FFFF}]+'"
				+ "|\"[A-Za-z0-9_\\x{80}-\\x{10FFFF}]+\"");

	private PsqlVariables() {
	}

	/**
	 * Finds everything that psql could take for a variable.
	 * @param sql whole statements
	 * @param firstLine the line in which they begin
	 * @return the places, in order
	 */
	public static List<Use> in(String sql, int firstLine) {
		if (sql.indexOf(':') < 0) {
			return List.of();
		}
		List<Use> uses = new ArrayList<>();
		Colons colons = new Colons();
		CharacterSource source = new CharacterSource(new StringReader(sql), firstLine);
		SqlScanner scanner = new SqlScanner(source);
		Matcher name = NAME.matcher(sql);
		for (SqlScanner.Kind kind = scanner.next(); kind != SqlScanner.Kind.END; kind = scanner.next()) {
			colons.pass((kind == SqlScanner.Kind.WORD) ? scanner.text()
					: sql.substring((int) scanner.start(), (int) scanner.start() + 1));
			if (kind != SqlScanner.Kind.OTHER || sql.charAt((int) scanner.start()) != ':' || source.take(':')) {
				continue;
			}
			if (name.region((int) source.offset(), sql.length()).lookingAt()) {
				uses.add(new Use(name.group().replaceAll("['\"]", ""), scanner.line(), ":" + name.group(),
						colons.haveMeaning()));
			}
		}
		return uses;
	}

	/**
	 * Finds what can only be a variable.
	 * @param sql whole statements
	 * @param firstLine the line in which they begin
	 * @return the places, in order
	 */
	public static List<Use> certainIn(String sql, int firstLine) {
		return in(sql, firstLine).stream().filter((use) -> !use.inServersWords()).toList();
	}

	/**
	 * Recognizes the colons that the server understands: in the slice of an array, and
	 * between the names and the values of {@code JSON_OBJECT}.
	 */
	private static final class Colons {

		private final Deque<Boolean> open = new ArrayDeque<>();

		private String last = "";

		void pass(String token) {
			switch (token) {
				case "[" -> this.open.push(true);
				case "(" -> this.open.push(this.last.startsWith("JSON_OBJECT"));
				case "]", ")" -> this.open.poll();
				default -> {
				}
			}
			this.last = token;
		}

		boolean haveMeaning() {
			return Boolean.TRUE.equals(this.open.peek());
		}

	}

	/**
	 * A place in a script.
	 *
	 * @param name the name of the variable
	 * @param line the line
	 * @param written the variable as written, with the colon
	 * @param inServersWords whether the server understands a colon here
	 */
	public record Use(String name, int line, String written, boolean inServersWords) {

		/**
		 * Returns whether psql can unset the variable.
		 * @return {@code false} for the variables that psql sets itself, again and again
		 */
		public boolean canBeUnset() {
			return !ALWAYS_SET.contains(this.name);
		}

	}

}
