package dev.migrator.internal.cli.output;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The width of a text on a terminal, in columns, as most terminals draw it: two for a
 * wide letter of East Asia and for a picture, none for a mark on the letter before it and
 * for an invisible character, one for each other character. Joined pictures are counted
 * separately.
 *
 * @see <a href="https://www.unicode.org/reports/tr11/">East Asian Width</a>
 */
final class TextWidth {

	/** The first and the last character of each range of wide ones. */
	private static final NavigableMap<Integer, Integer> WIDE = new TreeMap<>(Map.ofEntries(Map.entry(0x1100, 0x115F),
			Map.entry(0x231A, 0x231B), Map.entry(0x23E9, 0x23EC), Map.entry(0x2E80, 0x303E), Map.entry(0x3041, 0xA4CF),
			Map.entry(0xA960, 0xA97C), Map.entry(0xAC00, 0xD7A3), Map.entry(0xF900, 0xFAFF), Map.entry(0xFE30, 0xFE6F),
			Map.entry(0xFF01, 0xFF60), Map.entry(0xFFE0, 0xFFE6), Map.entry(0x17000, 0x1B2FF),
			Map.entry(0x1F300, 0x1F64F), Map.entry(0x1F680, 0x1F6FF), Map.entry(0x1F900, 0x1F9FF),
			Map.entry(0x1FA70, 0x1FAFF), Map.entry(0x20000, 0x3FFFD)));

	private TextWidth() {
	}

	static int of(String text) {
		return text.codePoints().map(TextWidth::of).sum();
	}

	private static int of(int character) {
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
			default -> isWide(character) ? 2 : 1;
		};
	}

	private static boolean isWide(int character) {
		Map.Entry<Integer, Integer> range = WIDE.floorEntry(character);
		return range != null && character <= range.getValue();
	}

}
