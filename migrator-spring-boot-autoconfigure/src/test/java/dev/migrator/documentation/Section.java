package dev.migrator.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A section of a page, with the anchor that its heading has on GitHub.
 *
 * @param anchor the anchor
 * @param text the heading and what stands below it, up to the next heading
 */
record Section(String anchor, String text) {

	private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");

	private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$");

	static List<Section> of(String page) {
		List<MatchResult> headings = HEADING.matcher(withoutCode(page)).results().toList();
		List<Section> sections = new ArrayList<>();
		for (int i = 0; i < headings.size(); i++) {
			int end = (i + 1 < headings.size()) ? headings.get(i + 1).start() : page.length();
			sections.add(new Section(anchor(headings.get(i).group(1)), page.substring(headings.get(i).start(), end)));
		}
		return sections;
	}

	static List<String> anchors(String page) {
		return of(page).stream().map(Section::anchor).toList();
	}

	/**
	 * Blanks in the place of blocks of code, so that all else stays where it is.
	 */
	static String withoutCode(String page) {
		return CODE.matcher(page)
			.replaceAll((block) -> Matcher.quoteReplacement(block.group().replaceAll("[^\n]", " ")));
	}

	private static String anchor(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
	}

}
