package dev.migrator.dialect;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides the literals that go with the word PASSWORD. The text may be a statement, a part
 * of one, or a message that quotes it, so this reads it more loosely than the lexer does
 * and hides too much where it cannot be sure. The lines stay as many as they were.
 */
final class PasswordMask {

	private static final String HIDDEN = "***";

	private static final Pattern WORD = Pattern.compile("(?i)password(?![\\w$])");

	private static final String COMMENT = "--[^\\r\\n]*+|/\\*.*?(?:\\*/|\\z)";

	private static final String STRING = "[eE]'(?:[^'\\\\]|\\\\.|'')*+(?:'|\\z)|(?:[uU]&)?'(?:[^']|'')*+(?:'|\\z)"
			+ "|\\$(?<tag>[\\w\\x{80}-\\x{10ffff}]*)\\$.*?(?:\\$\\k<tag>\\$|\\z)";

	/**
	 * A quoted name without white space: a message quotes whole statements with the same
	 * sign.
	 */
	private static final Pattern LEXEME = Pattern.compile("(?s)(?<comment>" + COMMENT + ")|(?<string>" + STRING
			+ ")|(?<word>[\\w$\\x{80}-\\x{10ffff}]++|\"[^\"\\s]*+\")");

	private static final Pattern GAP = Pattern.compile("(?s)(?:\\s|" + COMMENT + "|[=:>(*/]|(?i:\\bto\\b))*+");

	private static final Pattern LITERALS = Pattern.compile(
			"(?s)(?:" + STRING.replace("tag", "first") + ")(?:(?:\\s|" + COMMENT + "|\\|\\|)*+(?:" + STRING + "))*+");

	private static final Pattern PLAIN_VALUE = Pattern
		.compile("(?s)\\s*=\\s*[^\\s&;|'\"\\\\$]++(?!.*%[LsI])[^'\"\\\\$]*+");

	private static final Pattern GOES_ON = Pattern.compile("\\s*+\\|\\|");

	private static final Pattern END = Pattern.compile("[\\s|,);:]|\\z");

	private static final Pattern NOTHING_YET = Pattern.compile("[\\s=:]*+(?:%(?:\\d++\\$)?[LsI])?[\\s;]*+");

	private final String text;

	private final StringBuilder shown = new StringBuilder();

	private int at;

	private boolean allOfStatement;

	private boolean insert;

	PasswordMask(String text) {
		this.text = text;
	}

	String mask() {
		if (!WORD.matcher(this.text).find()) {
			return this.text;
		}
		Matcher lexeme = LEXEME.matcher(this.text);
		while (this.at < this.text.length()) {
			if (lexeme.region(this.at, this.text.length()).lookingAt()) {
				this.at = lexeme.end();
				show(lexeme);
			}
			else {
				char sign = this.text.charAt(this.at++);
				this.allOfStatement &= sign != ';';
				this.insert &= sign != ';';
				this.shown.append(sign);
			}
		}
		return this.shown.toString();
	}

	private void show(Matcher lexeme) {
		String found = lexeme.group();
		if (lexeme.group("comment") != null) {
			this.shown.append(comment(found));
		}
		else if (lexeme.group("word") != null) {
			this.shown.append(found);
			this.insert |= found.equalsIgnoreCase("insert");
			if (found.replace("\"", "").toLowerCase(Locale.ROOT).endsWith("password")) {
				afterWord();
			}
		}
		else if (this.allOfStatement) {
			hide("'", found, "'");
		}
		else if (!WORD.matcher(found).find()) {
			this.shown.append(found);
		}
		else if (found.startsWith("$")) {
			dollarQuote(found, lexeme.group("tag").length() + 2);
		}
		else {
			quote(found);
		}
	}

	private static String comment(String comment) {
		Matcher word = WORD.matcher(comment);
		if (!word.find() || !comment.substring(word.end()).matches("(?s).*['\"$].*")) {
			return comment;
		}
		String rest = comment.substring(word.end());
		return comment.substring(0, word.end()) + " " + HIDDEN + lines(rest) + (rest.endsWith("*/") ? " */" : "");
	}

	/**
	 * What is computed is hidden with all that the statement computes it from, and the
	 * values of an INSERT stand far from the names of their columns.
	 */
	private void afterWord() {
		Matcher gap = GAP.matcher(this.text).region(this.at, this.text.length());
		String between = gap.lookingAt() ? gap.group() : "";
		Matcher literals = LITERALS.matcher(this.text).region(this.at + between.length(), this.text.length());
		if (literals.lookingAt()) {
			boolean commented = between.contains("--") || between.contains("/*");
			this.shown.append(commented ? " " + lines(between) : between);
			hide("'", literals.group(), "'");
			this.at = literals.end();
			this.allOfStatement = this.insert || follows(GOES_ON);
		}
		else {
			this.allOfStatement |= this.insert || between.contains("=");
		}
	}

	/**
	 * Code within code: its own statements end within it, but what it is put together
	 * with stands behind it.
	 */
	private void dollarQuote(String quote, int tag) {
		boolean closed = quote.length() >= 2 * tag && quote.endsWith(quote.substring(0, tag));
		int end = closed ? quote.length() - tag : quote.length();
		this.shown.append(quote, 0, tag)
			.append(new PasswordMask(quote.substring(tag, end)).mask())
			.append(quote, end, quote.length());
		this.allOfStatement = true;
	}

	private void quote(String quote) {
		Matcher word = WORD.matcher(quote);
		int end = quote.endsWith("'") ? quote.length() - 1 : quote.length();
		while (word.find()) {
			String rest = quote.substring(word.end(), Math.max(word.end(), end));
			if (PLAIN_VALUE.matcher(rest).matches()) {
				continue;
			}
			this.allOfStatement = true;
			if (NOTHING_YET.matcher(rest).matches()) {
				this.shown.append(quote);
				hideIfQuoteOpensHere();
				return;
			}
			this.shown.append(quote, 0, word.end());
			hide(rest.stripLeading().startsWith("=") ? "=" : " ", rest, quote.substring(end));
			return;
		}
		this.shown.append(quote);
	}

	/**
	 * After an apostrophe in a message, what looks like the end of a literal is the
	 * beginning of the password.
	 */
	private void hideIfQuoteOpensHere() {
		if (!follows(END)) {
			hide("", this.text.substring(this.at), "");
			this.at = this.text.length();
		}
	}

	private boolean follows(Pattern pattern) {
		return pattern.matcher(this.text).region(this.at, this.text.length()).lookingAt();
	}

	private void hide(String before, String hidden, String after) {
		this.shown.append(before).append(HIDDEN).append(after).append(lines(hidden));
	}

	private static String lines(String text) {
		return "\n".repeat((int) text.chars().filter((c) -> c == '\n').count());
	}

}
