package dev.migrator.internal.script.writing;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.script.project.NewRevisionException;

/**
 * The names of new SQL scripts.
 *
 * @param text the path in the location, without {@code .sql}, with tokens in braces
 */
record FileTemplate(String text) {

	private static final Pattern TOKEN = Pattern.compile("\\{(\\w*)}");

	/**
	 * An empty slug is removed together with its separator.
	 */
	private static final Pattern SLUG = Pattern.compile("[_. -]\\{slug}|\\{slug}[_. -]?");

	/**
	 * The most bytes that the name of a file has on the file systems in use.
	 */
	private static final int LONGEST_NAME = 255;

	String path(String revision, Slug slug, ZonedDateTime time) {
		String template = slug.words().isEmpty() ? SLUG.matcher(this.text).replaceAll("") : this.text;
		Map<String, String> values = Map.of("rev", revision, "slug", slug.toString(), "epoch",
				Long.toString(time.toEpochSecond()), "year", digits(4, time.getYear()), "month",
				digits(2, time.getMonthValue()), "day", digits(2, time.getDayOfMonth()), "hour",
				digits(2, time.getHour()), "minute", digits(2, time.getMinute()), "second",
				digits(2, time.getSecond()));
		String path = TOKEN.matcher(template).replaceAll((token) -> {
			String value = values.get(token.group(1));
			if (value == null) {
				throw invalid("{" + token.group(1) + "} is not a token");
			}
			return Matcher.quoteReplacement(value);
		});
		check(path);
		return path + ".sql";
	}

	/**
	 * Writes a number with the digits 0 to 9, in every locale.
	 */
	private static String digits(int width, int number) {
		return String.format(Locale.ROOT, "%0" + width + "d", number);
	}

	private void check(String path) {
		if (path.isEmpty() || path.indexOf('{') >= 0 || path.indexOf('}') >= 0 || path.indexOf('\\') >= 0) {
			throw invalid("\"" + path + "\" is not a path");
		}
		for (String name : path.split("/", -1)) {
			if (name.isBlank()) {
				throw invalid("\"" + path + "\" has a folder or a file without a name");
			}
			if (name.startsWith(".")) {
				throw invalid("\"" + name + "\" begins with a period, but such files and folders are ignored");
			}
			int length = name.getBytes(StandardCharsets.UTF_8).length + ".sql".length();
			if (length > LONGEST_NAME) {
				throw new NewRevisionException(
						"The name of the file would have " + length + " bytes, more than the " + LONGEST_NAME
								+ " that file systems allow: " + name + ".sql.",
						"Use a shorter id, or a lower migrator.new-scripts.slug-length.");
			}
		}
	}

	private NewRevisionException invalid(String why) {
		return new NewRevisionException(
				"migrator.new-scripts.file-template cannot be \"" + this.text + "\": " + why + ".",
				"Write a path with slashes and the tokens {rev}, {slug}, {epoch}, {year}, {month}, {day}, {hour}, "
						+ "{minute}, {second}; .sql is appended.");
	}

}
