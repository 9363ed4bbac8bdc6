package dev.migrator.internal.script.writing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a message that fit into a file name.
 *
 * @param words the words, in lower case
 */
record Slug(List<String> words) {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

	/**
	 * Takes the words that fit. If even the first is too long, takes its beginning.
	 * @param text a message
	 * @param longest the maximum number of characters, with one between two words
	 * @return the slug, possibly without words
	 */
	static Slug of(String text, int longest) {
		List<String> words = new ArrayList<>();
		int length = 0;
		List<String> all = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
			.results()
			.map(MatchResult::group)
			.toList();
		for (String word : all) {
			int wordLength = word.codePointCount(0, word.length());
			if (words.isEmpty() && wordLength > longest) {
				return new Slug(
						(longest > 0) ? List.of(word.substring(0, word.offsetByCodePoints(0, longest))) : List.of());
			}
			length += wordLength + (words.isEmpty() ? 0 : 1);
			if (length > longest) {
				break;
			}
			words.add(word);
		}
		return new Slug(List.copyOf(words));
	}

	@Override
	public String toString() {
		return String.join("_", this.words);
	}

}
