package dev.migrator.internal.dialect.lexer;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads a statement from its first token on. Serves the statements that are recognized by
 * their grammar.
 */
public final class LexemeReader {

	private static final Set<String> OFF = Set.of("FALSE", "OFF", "0");

	private final List<String> lexemes;

	private int next;

	public LexemeReader(String statement) {
		this.lexemes = Lexemes.of(statement);
	}

	/**
	 * Skips tokens if they come next.
	 * @param expected words in upper case, or signs
	 * @return whether all of them came
	 */
	public boolean take(String... expected) {
		int end = this.next + expected.length;
		boolean there = end <= this.lexemes.size() && this.lexemes.subList(this.next, end).equals(List.of(expected));
		this.next = there ? end : this.next;
		return there;
	}

	/**
	 * Reads a name, with its schema if it has one.
	 * @return the name as SQL writes it, folded where it is not quoted; {@code null} if
	 * none comes next, or if it has an escape ({@code U&}), which is not read
	 */
	@Nullable public String name() {
		String part = part();
		if (part == null) {
			return null;
		}
		StringBuilder name = new StringBuilder(part);
		while (take(".")) {
			part = part();
			if (part == null) {
				return null;
			}
			name.append('.').append(part);
		}
		return name.toString();
	}

	private @Nullable String part() {
		String lexeme = peek();
		boolean quoted = lexeme.matches("(?s)" + NameText.QUOTED);
		boolean escape = lexeme.equalsIgnoreCase("U") && peek(1).equals("&");
		if (!quoted && (escape || !lexeme.matches(NameText.UNQUOTED))) {
			return null;
		}
		this.next++;
		return quoted ? lexeme : NameText.unquoted(lexeme);
	}

	/**
	 * Reads a string.
	 * @return its value, or {@code null} if none comes next
	 */
	@Nullable public String string() {
		String lexeme = peek();
		if (!Lexemes.isString(lexeme)) {
			return null;
		}
		this.next++;
		return Lexemes.value(lexeme);
	}

	/**
	 * Skips options in parentheses, if they come next.
	 * @param option a word in upper case
	 * @return whether the option is among them and is not switched off
	 */
	public boolean options(String option) {
		if (!peek().equals("(")) {
			return false;
		}
		int end = this.lexemes.indexOf(")");
		List<String> options = this.lexemes.subList(this.next, (end > 0) ? end : this.lexemes.size());
		this.next += options.size() + 1;
		int found = options.indexOf(option);
		String value = (found + 1 < options.size()) ? Lexemes.value(options.get(found + 1)) : "";
		return found >= 0 && !OFF.contains(value.toUpperCase(Locale.ROOT));
	}

	private String peek() {
		return peek(0);
	}

	private String peek(int further) {
		int index = this.next + further;
		return (index < this.lexemes.size()) ? this.lexemes.get(index) : "";
	}

}
