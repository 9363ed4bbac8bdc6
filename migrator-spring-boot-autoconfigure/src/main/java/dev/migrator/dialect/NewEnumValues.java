package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The use of an enum value in the transaction that adds it. PostgreSQL refuses it, since
 * 17 only if the type is older than the transaction. What a string means cannot be known
 * here: every later one that equals a new value counts as its use.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER
 * TYPE</a>
 */
final class NewEnumValues implements ScriptRule {

	private static final int USABLE_WITH_ITS_TYPE = 17;

	private final int serverVersion;

	private final Set<String> newTypes = new HashSet<>();

	/** In which line of this text each was added, or 0 if that was in another one. */
	private final Map<String, Integer> values = new HashMap<>();

	NewEnumValues(int serverVersion) {
		this.serverVersion = serverVersion;
	}

	@Override
	public void beginText() {
		this.values.replaceAll((value, line) -> 0);
	}

	@Override
	public @Nullable Refusal check(SqlStatement statement, String sql) {
		if (statement.startsWith("CREATE", "TYPE")) {
			this.newTypes.add(typeName(Lexemes.of(sql)));
			return null;
		}
		Refusal refusal = this.values.isEmpty() ? null : use(statement, sql);
		if (statement.startsWith("ALTER", "TYPE")) {
			add(Lexemes.of(sql), statement.line());
		}
		return refusal;
	}

	private void add(List<String> alter, int line) {
		int value = Collections.indexOfSubList(alter, List.of("ADD", "VALUE")) + 2;
		if (value < 2) {
			return;
		}
		boolean typeIsNew = this.serverVersion >= USABLE_WITH_ITS_TYPE && this.newTypes.contains(typeName(alter));
		value += (value < alter.size() && alter.get(value).equals("IF")) ? 3 : 0;
		if (!typeIsNew && value < alter.size()) {
			this.values.put(Lexemes.value(alter.get(value)), line);
		}
	}

	private @Nullable Refusal use(SqlStatement statement, String sql) {
		if (this.values.keySet().stream().noneMatch(sql::contains) || statement.startsWith("ALTER", "TYPE")) {
			return null;
		}
		for (String value : strings(statement, sql)) {
			Integer added = this.values.get(value);
			if (added != null) {
				return new Refusal(statement.line(),
						"the enum value '%s' is used in the transaction that adds it%s, which PostgreSQL refuses"
							.formatted(value, (added > 0) ? " (line " + added + ")" : ""),
						"move what uses it to a later revision", true);
			}
		}
		return null;
	}

	/**
	 * The strings of a statement, and those in code that runs at once ({@code DO}) or is
	 * checked at once (a function in SQL).
	 */
	private static List<String> strings(SqlStatement statement, String sql) {
		List<String> lexemes = Lexemes.of(sql);
		boolean code = statement.startsWith("DO")
				|| (statement.startsWith("CREATE") && Lexemes.containsSequence(lexemes, "LANGUAGE", "SQL"));
		List<String> strings = new ArrayList<>();
		for (String lexeme : lexemes) {
			if (Lexemes.isString(lexeme)) {
				strings.add(Lexemes.value(lexeme));
				if (code && Lexemes.isDollarQuote(lexeme)) {
					inCode(Lexemes.value(lexeme), strings);
				}
			}
		}
		return strings;
	}

	private static void inCode(String code, List<String> strings) {
		try {
			Lexemes.of(code).stream().filter(Lexemes::isString).map(Lexemes::value).forEach(strings::add);
		}
		catch (UnreadableSqlException ex) {
			// not SQL
		}
	}

	/**
	 * The last part of a dotted name, folded as the server does.
	 */
	private static String typeName(List<String> statement) {
		int last = 2;
		while (last + 2 < statement.size() && statement.get(last + 1).equals(".")) {
			last += 2;
		}
		return (last < statement.size()) ? NameText.of(statement.get(last)) : "";
	}

}
