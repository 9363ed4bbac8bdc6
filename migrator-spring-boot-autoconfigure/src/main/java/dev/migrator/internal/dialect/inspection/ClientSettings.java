package dev.migrator.internal.dialect.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses settings with which the server would read the rest of the script in another way
 * than the migrator, or with which the driver would close the connection. Finds
 * {@code SET}, and {@code set_config()} with literals.
 *
 * @see <a href="https://www.postgresql.org/docs/current/multibyte.html">Character Set
 * Support</a>
 * @see <a href=
 * "https://www.postgresql.org/docs/current/runtime-config-compatible.html">standard_conforming_strings</a>
 * @see <a href=
 * "https://www.postgresql.org/docs/current/runtime-config-client.html">DateStyle</a>
 */
final class ClientSettings implements ScriptRule {

	private static final Set<String> UTF_8 = Set.of("UTF8", "UTF-8", "UNICODE", "DEFAULT");

	@Override
	public @Nullable Refusal check(SqlStatement statement, String sql) {
		if (statement.startsWith("SET")) {
			return set(statement.line(), Lexemes.of(sql));
		}
		if (statement.startsWith("RESET")) {
			List<String> lexemes = Lexemes.of(sql);
			return (lexemes.size() == 2) ? check(statement.line(), lexemes.get(1), List.of("DEFAULT")) : null;
		}
		return sql.toLowerCase(Locale.ROOT).contains("set_config") ? setConfig(statement.line(), Lexemes.of(sql))
				: null;
	}

	private static @Nullable Refusal set(int line, List<String> lexemes) {
		int name = (lexemes.size() > 1 && List.of("SESSION", "LOCAL").contains(lexemes.get(1))) ? 2 : 1;
		if (lexemes.size() <= name + 1) {
			return null;
		}
		boolean names = lexemes.get(name).equals("NAMES");
		return check(line, names ? "CLIENT_ENCODING" : lexemes.get(name),
				lexemes.subList(names ? name + 1 : name + 2, lexemes.size()));
	}

	private static @Nullable Refusal setConfig(int line, List<String> lexemes) {
		for (int i = 0; i + 4 < lexemes.size(); i++) {
			boolean call = NameText.of(lexemes.get(i)).equalsIgnoreCase("set_config") && lexemes.get(i + 1).equals("(")
					&& lexemes.get(i + 3).equals(",");
			if (call && Lexemes.isString(lexemes.get(i + 2)) && Lexemes.isString(lexemes.get(i + 4))) {
				Refusal refusal = check(line, Lexemes.value(lexemes.get(i + 2)), lexemes.subList(i + 4, i + 5));
				if (refusal != null) {
					return refusal;
				}
			}
		}
		return null;
	}

	/**
	 * @param name the name of the setting, in quotes or not
	 * @param value the lexemes of its value
	 */
	private static @Nullable Refusal check(int line, String name, List<String> value) {
		List<String> words = words(value);
		return switch (NameText.of(name).toLowerCase(Locale.ROOT)) {
			case "client_encoding" -> UTF_8.containsAll(words) ? null
					: new Refusal(line, "the script is read as UTF-8 and cannot set another client_encoding",
							"save it as UTF-8 and remove this statement", false);
			case "standard_conforming_strings" -> words.stream().anyMatch(ClientSettings::mayBeOff)
					? new Refusal(line, "standard_conforming_strings = off would change where strings end",
							"remove it, and write strings with backslash escapes as E'...'", false)
					: null;
			case "datestyle" -> words.stream().anyMatch(ClientSettings::isOtherStyle) ? new Refusal(line,
					"the driver closes the connection when the style of DateStyle is not ISO",
					"set only the order of day and month (SET DateStyle = DMY), and write dates with to_char()", false)
					: null;
			default -> null;
		};
	}

	private static List<String> words(List<String> value) {
		List<String> words = new ArrayList<>();
		value.stream()
			.flatMap((lexeme) -> Stream.of(NameText.of(Lexemes.value(lexeme)).split(",")))
			.map((word) -> word.strip().toUpperCase(Locale.ROOT))
			.filter((word) -> !word.isEmpty())
			.forEach(words::add);
		return words;
	}

	/**
	 * Returns whether a word may switch the setting off. The server accepts the beginning
	 * of a word. The role and the database determine the default.
	 */
	private static boolean mayBeOff(String word) {
		return word.equals("0") || word.equals("DEFAULT") || "FALSE".startsWith(word) || "NO".startsWith(word)
				|| (word.length() > 1 && "OFF".startsWith(word));
	}

	private static boolean isOtherStyle(String word) {
		return word.equals("SQL") || word.equals("GERMAN") || word.startsWith("POSTGRES");
	}

}
