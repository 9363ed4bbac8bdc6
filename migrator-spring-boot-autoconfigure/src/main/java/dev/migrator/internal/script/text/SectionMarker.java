package dev.migrator.internal.script.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.SqlToken.LineComment;
import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A line such as {@code -- migrator:upgrade}, which begins a section.
 *
 * @param direction the direction of the section, or {@code null} if there is no such
 * section
 * @param text the marker as it is written, without the hyphens
 */
public record SectionMarker(@Nullable Direction direction, String text) {

	private static final String WORD = "migrator";

	/**
	 * Finds markers in upper case too, so that they can be refused. If one were read as a
	 * comment, its statements would belong to the section before.
	 */
	private static final Pattern MARKER = Pattern.compile("(" + WORD + ")\\s*:\\s*(.*)", Pattern.CASE_INSENSITIVE);

	static @Nullable public SectionMarker of(LineComment comment) {
		return of(comment.text());
	}

	static @Nullable SectionMarker of(String comment) {
		String text = comment.strip();
		if (!text.regionMatches(true, 0, WORD, 0, WORD.length())) {
			return null;
		}
		Matcher marker = MARKER.matcher(text);
		if (!marker.matches()) {
			return null;
		}
		Direction direction = null;
		if (marker.group(1).equals(WORD)) {
			direction = switch (marker.group(2)) {
				case "upgrade" -> Direction.UPGRADE;
				case "downgrade" -> Direction.DOWNGRADE;
				default -> null;
			};
		}
		return new SectionMarker(direction, text);
	}

}
