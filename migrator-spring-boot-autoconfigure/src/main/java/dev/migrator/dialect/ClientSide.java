package dev.migrator.dialect;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What wants a client that is not here: one that prints rows, reads binary data, or reads
 * the rest of the script in another way.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 * @see <a href="https://www.postgresql.org/docs/current/multibyte.html">Character Set
 * Support</a>
 * @see <a href=
 * "https://www.postgresql.org/docs/current/runtime-config-compatible.html">standard_conforming_strings</a>
 */
final class ClientSide implements ScriptRule {

	@Override
	public @Nullable Refusal check(SqlStatement statement, String sql) {
		if (statement.startsWith("COPY")) {
			return copy(statement, sql);
		}
		return statement.startsWith("SET") ? set(statement, Lexemes.of(sql)) : null;
	}

	private static @Nullable Refusal copy(SqlStatement statement, String sql) {
		if (statement.copyFromStdin()) {
			return isBinary(statement.words())
					? new Refusal(statement.line(), "a text file cannot hold the binary data of COPY ... FROM STDIN",
							"write it in the text format or as CSV", false)
					: null;
		}
		List<String> lexemes = Lexemes.of(sql);
		boolean toClient = Lexemes.containsSequence(lexemes, "TO", "STDOUT")
				|| Lexemes.containsSequence(lexemes, "TO", "STDIN");
		return toClient ? new Refusal(statement.line(), "nobody would read the rows of COPY ... TO STDOUT",
				"leave it out, or write them to a table", false) : null;
	}

	private static boolean isBinary(List<String> words) {
		return words.get(1).equals("BINARY") || words.lastIndexOf("BINARY") > words.indexOf("STDIN");
	}

	private static @Nullable Refusal set(SqlStatement statement, List<String> lexemes) {
		int name = (lexemes.size() > 1 && List.of("SESSION", "LOCAL").contains(lexemes.get(1))) ? 2 : 1;
		String value = (lexemes.size() > name + 1)
				? Lexemes.value(lexemes.get(lexemes.size() - 1)).toLowerCase(Locale.ROOT) : "";
		return switch ((lexemes.size() > name) ? lexemes.get(name) : "") {
			case "CLIENT_ENCODING",
					"NAMES" ->
				List.of("utf8", "utf-8", "unicode", "default").contains(value) ? null
						: new Refusal(statement.line(),
								"the script is read as UTF-8 and cannot set another client_encoding",
								"save it as UTF-8 and leave this out", false);
			case "STANDARD_CONFORMING_STRINGS" -> List.of("off", "false", "no", "0").contains(value)
					? new Refusal(statement.line(), "standard_conforming_strings = off would change where strings end",
							"leave it out, and write strings with backslash escapes as E'...'", false)
					: null;
			default -> null;
		};
	}

}
