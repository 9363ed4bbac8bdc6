package dev.migrator.internal.dialect.error;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.problem.Shortened;
import org.jspecify.annotations.Nullable;

/**
 * Formats an error of the server for a person. If the statement or the error mentions a
 * secret, leaves the values out: detail and context contain the values of a row, of a key
 * or of code, and the message quotes values like names.
 */
final class ErrorText {

	/**
	 * Matches columns and expressions without their values:
	 * {@code Key (id, lower(name))=(}.
	 */
	private static final Pattern KEY = Pattern.compile("\\w+ \\([^=]*\\)=\\(");

	/** The SQLSTATE whose detail names objects and no values. */
	private static final String DEPENDENT_OBJECTS = "2BP01";

	private static final Pattern COPY = Pattern.compile("^COPY (.+?), \\D{1,20}\\d{1,9}");

	private static final Pattern IN_FUNCTION = Pattern
		.compile("PL/pgSQL function [\\w.]+(?:\\([\\w ,.\\[\\]\"]*\\))? line \\d+ at [\\w ]+");

	private static final Pattern QUOTED = Pattern
		.compile("[\"\u00ab\u201e\u201c]([^\"\u00bb\u201c\u201d]*+)(?:[\"\u00bb\u201c\u201d]|\\z)");

	private static final Pattern LAST_QUOTE = Pattern.compile("(?s).*[\"\u00bb\u201c\u201d]");

	private final ServerError error;

	private final String sql;

	private final boolean secret;

	ErrorText(ServerError error, String sql) {
		this.error = error;
		this.sql = sql;
		this.secret = error.origin().secrets() || SecretWords.areIn(sql) || mentionsSecret(error);
	}

	private static boolean mentionsSecret(ServerError error) {
		return Stream
			.of(error.detail(), error.where(), error.origin().raised() ? error.message() : null,
					error.origin().raised() ? error.hint() : null)
			.anyMatch((text) -> text != null && SecretWords.areIn(text))
				|| (error.detail() != null && SecretWords.areIn(error.message()));
	}

	/**
	 * Returns the table whose data the server was reading.
	 */
	static @Nullable String copiedTable(ServerError error) {
		Matcher copy = COPY.matcher(Objects.requireNonNullElse(error.where(), ""));
		return copy.find() ? copy.group(1) : null;
	}

	boolean secret() {
		return this.secret;
	}

	String describe() {
		StringBuilder text = new StringBuilder("  ").append(Shortened.of(Printable.line(message())))
			.append(" (SQLSTATE ")
			.append(this.error.sqlState())
			.append(')');
		append(text, "Detail", detailInLines());
		append(text, "Hint", line(hint()));
		append(text, "Context", indented(context()));
		return text.toString();
	}

	private static void append(StringBuilder text, String label, @Nullable String value) {
		if (value != null) {
			text.append("\n  ").append(label).append(": ").append(value);
		}
	}

	/**
	 * Keeps the lines of the detail if they are dependent objects, one a line.
	 */
	private @Nullable String detailInLines() {
		return dependents() ? indented(detail()) : line(detail());
	}

	private boolean dependents() {
		return DEPENDENT_OBJECTS.equals(this.error.sqlState());
	}

	private static @Nullable String line(@Nullable String text) {
		return (text != null) ? Shortened.of(Printable.line(text)) : null;
	}

	private static @Nullable String indented(@Nullable String text) {
		return (text != null) ? Shortened.of(Printable.text(text)).replace("\n", "\n    ") : null;
	}

	String message() {
		if (!this.secret) {
			return Secrets.mask(this.error.message());
		}
		return this.error.origin().raised() ? LiteralMask.HIDDEN : Secrets.mask(withoutValues(this.error.message()));
	}

	/**
	 * Hides the values in a message. A message quotes names and values with the same
	 * signs, so only names of the statement are shown. A value may contain the sign, so
	 * all is hidden from the first value to the last sign.
	 */
	private String withoutValues(String message) {
		Matcher quoted = QUOTED.matcher(message);
		String masked = Secrets.maskStatement(this.sql);
		while (quoted.find()) {
			if (!isName(quoted.group(1), masked)) {
				Matcher last = LAST_QUOTE.matcher(message);
				int end = (last.lookingAt() && last.end() > quoted.end()) ? last.end() : quoted.end();
				return message.substring(0, quoted.start()) + '"' + LiteralMask.HIDDEN + '"' + message.substring(end);
			}
		}
		return message;
	}

	private boolean isName(String quoted, String masked) {
		return this.error.origin().names().contains(quoted.toLowerCase(Locale.ROOT))
				|| Stream.of(quoted.split("\\.")).allMatch((name) -> LiteralMask.names(masked, name));
	}

	private @Nullable String detail() {
		String detail = this.error.detail();
		if (detail == null || !this.secret || dependents()) {
			return (detail != null) ? Secrets.mask(detail) : null;
		}
		Matcher key = KEY.matcher(detail);
		return key.lookingAt() ? key.group() + LiteralMask.HIDDEN + ")" : LiteralMask.HIDDEN;
	}

	private @Nullable String hint() {
		String hint = this.error.hint();
		if (hint == null || !this.secret) {
			return (hint != null) ? Secrets.mask(hint) : null;
		}
		return this.error.origin().raised() ? LiteralMask.HIDDEN : Secrets.mask(hint);
	}

	/**
	 * Keeps the lines of functions and the line of a COPY.
	 */
	private @Nullable String context() {
		String where = this.error.where();
		if (where == null || !this.secret) {
			return (where != null) ? Secrets.mask(where) : null;
		}
		return where.lines().map((line) -> {
			Matcher copy = COPY.matcher(line);
			boolean kept = IN_FUNCTION.matcher(line).matches();
			return kept ? line : (copy.find() ? copy.group() + ": " : "") + LiteralMask.HIDDEN;
		}).distinct().collect(Collectors.joining("\n"));
	}

}
