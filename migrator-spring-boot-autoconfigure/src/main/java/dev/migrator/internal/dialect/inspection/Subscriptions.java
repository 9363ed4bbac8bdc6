package dev.migrator.internal.dialect.inspection;

import java.util.List;
import java.util.Locale;

import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses commands that create, use or drop a replication slot on another server, which a
 * rollback cannot undo.
 *
 * @see <a href=
 * "https://www.postgresql.org/docs/current/sql-createsubscription.html">CREATE
 * SUBSCRIPTION</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-altersubscription.html">ALTER
 * SUBSCRIPTION</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropsubscription.html">DROP
 * SUBSCRIPTION</a>
 */
final class Subscriptions implements ScriptRule {

	private boolean slotTakenAway;

	@Override
	public @Nullable Refusal check(SqlStatement statement, String sql) {
		List<String> words = statement.words();
		if (words.size() < 2 || !words.get(1).equals("SUBSCRIPTION")) {
			return null;
		}
		List<String> lexemes = Lexemes.of(sql);
		String command = switch (words.get(0)) {
			case "CREATE" -> isOff(lexemes, "CONNECT") || isOff(lexemes, "CREATE_SLOT") ? null
					: "CREATE SUBSCRIPTION with a replication slot";
			case "ALTER" -> alter(lexemes);
			case "DROP" -> this.slotTakenAway ? null : "DROP SUBSCRIPTION with a replication slot";
			default -> null;
		};
		return (command != null)
				? new Refusal(statement.line(), "PostgreSQL does not run " + command + " in a transaction", "", true)
				: null;
	}

	private @Nullable String alter(List<String> lexemes) {
		this.slotTakenAway |= Lexemes.containsSequence(lexemes, "SLOT_NAME", "=", "NONE");
		if (Lexemes.containsSequence(lexemes, "REFRESH", "PUBLICATION")
				|| Lexemes.containsSequence(lexemes, "REFRESH", "SEQUENCES")) {
			return "ALTER SUBSCRIPTION ... REFRESH";
		}
		boolean refreshes = List.of("SET", "ADD", "DROP")
			.stream()
			.anyMatch((verb) -> Lexemes.containsSequence(lexemes, verb, "PUBLICATION"));
		return (refreshes && !isOff(lexemes, "REFRESH")) ? "ALTER SUBSCRIPTION ... PUBLICATION with refresh" : null;
	}

	private static boolean isOff(List<String> lexemes, String option) {
		int value = lexemes.indexOf(option) + 2;
		return value > 1 && value < lexemes.size()
				&& List.of("FALSE", "OFF", "0").contains(Lexemes.value(lexemes.get(value)).toUpperCase(Locale.ROOT));
	}

}
