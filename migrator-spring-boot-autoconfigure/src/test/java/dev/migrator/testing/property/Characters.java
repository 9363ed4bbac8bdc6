package dev.migrator.testing.property;

import java.util.List;

/**
 * Characters at random, of every kind that programs take for something else.
 */
final class Characters implements Generator<String> {

	/**
	 * Halves of pairs, what is not a character, line ends, what is not seen, what turns
	 * or joins its neighbours, what changes its length with its case, letters beyond the
	 * BMP.
	 */
	private static final List<String> ODD = List.of("\uD800", "\uDBFF", "\uDC00", "\uDFFF", "\uFFFF", "\uFFFE",
			"\uFEFF", "\u0000", "\r", "\n", "\u000B", "\u0085", "\u2028", "\u2029", "\u00A0", "\u00AD", "\u200B",
			"\u200D", "\u202E", "\u0301", "\u0130", "\u0131", "\u00DF", "\u01C6", "\u0660", "\uFF10", "\uD83D\uDE00",
			"\uD835\uDC00", "\uD852\uDC4A", "\uDBFF\uDFFF");

	@Override
	public String next(RandomSource random) {
		return switch (random.below(8)) {
			case 0, 1 -> Character.toString(random.between(' ', '~'));
			case 2 -> Character.toString(random.between(0, 0x9F));
			case 3 -> Character.toString(random.between(0xA0, 0x24F));
			case 4, 5 -> String.valueOf((char) random.below(0x10000));
			case 6 -> Character.toString(random.between(0x10000, Character.MAX_CODE_POINT));
			default -> random.pick(ODD);
		};
	}

}
