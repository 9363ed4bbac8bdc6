package dev.migrator.internal.dialect.error;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides every literal of a statement. The statement may have been cut off, so this class
 * reads it more loosely than the lexer does, and hides too much where it cannot be sure.
 * The number of lines stays the same.
 */
public final class LiteralMask {

	public static final String HIDDEN = "***";

	private static final String COMMENT = "--[^\\r\\n]*+|/\\*.*?(?:\\*/|\\z)";

	private static final String STRING = "[eE]'(?:[^'\\\\]|\\\\.|'')*+(?:'|\\z)|(?:[uU]&)?'(?:[^']|'')*+(?:'|\\z)"
			+ "|\\$(?<tag>[\\w\\x{80}-\\x{10ffff}]*)\\$.*?(?:\\$\\k<tag>\\$|\\z)";

	private static final String WORD = "[\\w$\\x{80}-\\x{10ffff}]++";

	private static final String NAME = "\"[^\"]*+(?:\"|\\z)";

	private static final Pattern LEXEME = Pattern.compile(
			"(?s)(?<comment>" + COMMENT + ")|(?<string>" + STRING + ")|(?<word>" + WORD + ")|(?<name>" + NAME + ")");

	private static final Pattern WORDS_AND_NAMES = Pattern
		.compile("(?s)(?:" + COMMENT + ")|(?:" + STRING + ")|(?<name>" + WORD + "|" + NAME + ")");

	/** Code in another language has strings that look like names, or others. */
	private static final Pattern OTHER_LANGUAGE = Pattern
		.compile("(?i)\\blanguage\\s++['\"]?+(?!(?:sql|plpgsql|atomic)\\b)\\w");

	private static final Pattern ROLE = Pattern
		.compile("(?i)\\b(?:create|alter)\\s++(?:role|user|group)\\s++(?!mapping\\b)");

	/** SET accepts values without quotes, and values in the quotes of a name. */
	private static final Pattern OF_SETTING = Pattern
		.compile("(?i)(?:\\s++(?:session|local))?+\\s++[\\w\"$]++\\s*+\\.[\\w\"$.]++\\s*+(?:=|\\bto\\b)\\s*+");

	/** For a value whose quotes were forgotten. */
	private static final Pattern OF_ROLE = Pattern.compile("(?i)\\s++(?!null\\b|(?:e|u&)?'|--|/\\*)");

	private static final Pattern BARE = Pattern.compile("(?s)" + NAME + "|[^\\s;,'$()]++");

	private final String text;

	private final boolean otherLanguage;

	private final boolean role;

	private final StringBuilder shown = new StringBuilder();

	private int at;

	private boolean codeFollows;

	private boolean language;

	public LiteralMask(String text) {
		this(text, OTHER_LANGUAGE.matcher(text).find());
	}

	private LiteralMask(String text, boolean otherLanguage) {
		this.text = text;
		this.otherLanguage = otherLanguage;
		this.role = ROLE.matcher(text).find();
	}

	/**
	 * Returns whether a text contains a name outside of its literals and comments.
	 */
	static boolean names(String sql, String name) {
		Matcher found = WORDS_AND_NAMES.matcher(sql);
		while (found.find()) {
			String word = found.group("name");
			if (word != null && word.replace("\"", "").equalsIgnoreCase(name)) {
				return true;
			}
		}
		return false;
	}

	public String mask() {
		Matcher lexeme = LEXEME.matcher(this.text);
		while (this.at < this.text.length()) {
			if (lexeme.region(this.at, this.text.length()).lookingAt()) {
				this.at = lexeme.end();
				show(lexeme);
			}
			else {
				this.shown.append(this.text.charAt(this.at++));
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
			showWord(found);
		}
		else if (lexeme.group("name") != null) {
			this.shown.append(found);
		}
		else if (found.startsWith("$") && this.codeFollows && !this.otherLanguage) {
			showCode(found, lexeme.group("tag").length() + 2);
		}
		else {
			hide("'", found, "'");
			hideRestIfQuoteIsInDoubt(found);
		}
	}

	private void showWord(String word) {
		if (Character.isDigit(word.charAt(0)) && word.length() > 3) {
			this.shown.append(HIDDEN);
			return;
		}
		this.shown.append(word);
		switch (word.toLowerCase(Locale.ROOT)) {
			case "do", "as" -> this.codeFollows = true;
			case "language" -> this.language = true;
			default -> {
				this.codeFollows &= this.language;
				this.language = false;
			}
		}
		if (word.equalsIgnoreCase("set")) {
			hideBareAfter(OF_SETTING);
		}
		else if (this.role && word.equalsIgnoreCase("password")) {
			hideBareAfter(OF_ROLE);
		}
	}

	private void hideBareAfter(Pattern gap) {
		Matcher before = gap.matcher(this.text).region(this.at, this.text.length());
		if (before.lookingAt()) {
			Matcher value = BARE.matcher(this.text).region(before.end(), this.text.length());
			if (value.lookingAt()) {
				this.shown.append(before.group());
				hide("", value.group(), "");
				this.at = value.end();
			}
		}
	}

	/**
	 * Hides what a comment says after the word, or in quotes.
	 */
	private static String comment(String comment) {
		Matcher word = SecretWords.matcher(comment);
		int from = word.find() ? word.end() : comment.indexOf('\'');
		if (from < 0) {
			return comment;
		}
		String rest = comment.substring(from);
		return comment.substring(0, from) + " " + HIDDEN + lines(rest) + (rest.endsWith("*/") ? " */" : "");
	}

	private void showCode(String quote, int tag) {
		boolean closed = quote.length() >= 2 * tag && quote.endsWith(quote.substring(0, tag));
		int end = closed ? quote.length() - tag : quote.length();
		this.shown.append(quote, 0, tag)
			.append(new LiteralMask(quote.substring(tag, end), false).mask())
			.append(quote, end, quote.length());
	}

	/**
	 * Hides the rest of the text: if the server reads backslashes as escapes, this string
	 * ends elsewhere.
	 */
	private void hideRestIfQuoteIsInDoubt(String string) {
		if (string.startsWith("'") && string.endsWith("\\'")) {
			hide(" ", this.text.substring(this.at), "");
			this.at = this.text.length();
		}
	}

	private void hide(String before, String hidden, String after) {
		this.shown.append(before).append(HIDDEN).append(after).append(lines(hidden));
	}

	private static String lines(String text) {
		return "\n".repeat((int) text.chars().filter((c) -> c == '\n').count());
	}

}
