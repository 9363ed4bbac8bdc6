package dev.migrator.internal.dialect.text;

import java.util.List;

import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Takes the tokens of one statement, from its beginning.
 */
final class WrittenWords {

	private final List<String> lexemes;

	private int next;

	WrittenWords(String sql) {
		this.lexemes = Lexemes.of(sql);
	}

	boolean isAtEnd() {
		return this.next == this.lexemes.size()
				|| (this.next == this.lexemes.size() - 1 && this.lexemes.get(this.next).equals(";"));
	}

	/**
	 * Takes words if they come next.
	 * @param words in upper case
	 * @return whether they were taken
	 */
	boolean take(String... words) {
		int end = this.next + words.length;
		if (end > this.lexemes.size() || !this.lexemes.subList(this.next, end).equals(List.of(words))) {
			return false;
		}
		this.next = end;
		return true;
	}

	/**
	 * Takes the next word, whatever it is.
	 * @return the word, or an empty text at the end
	 */
	String takeWord() {
		return (this.next < this.lexemes.size()) ? this.lexemes.get(this.next++) : "";
	}

	/**
	 * Takes a name, with or without a schema.
	 * @return the name, or {@code null} if there is none
	 */
	@Nullable ObjectName takeName() {
		String first = takeWord();
		String second = take(".") ? takeWord() : null;
		if (!TypeText.isName(first) || (second != null && !TypeText.isName(second))) {
			return null;
		}
		return (second != null) ? new ObjectName(NameText.of(first), NameText.of(second))
				: new ObjectName(null, NameText.of(first));
	}

	/**
	 * Takes a whole number.
	 * @throws NumberFormatException if there is none
	 */
	long takeNumber() {
		return Long.parseLong(take("-") ? "-" + takeWord() : takeWord());
	}

}
