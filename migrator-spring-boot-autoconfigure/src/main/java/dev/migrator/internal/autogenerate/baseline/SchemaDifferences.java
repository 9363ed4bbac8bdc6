package dev.migrator.internal.autogenerate.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds where two schemas are written differently.
 */
public final class SchemaDifferences {

	private SchemaDifferences() {
	}

	/**
	 * Compares two schemas.
	 * @param wanted the one
	 * @param made the other, which should be equal
	 * @return what is different in the other: a line for each object; none if they are
	 * equal
	 */
	public static List<String> of(WrittenSchema wanted, WrittenSchema made) {
		Map<String, String> there = made.texts();
		List<String> different = new ArrayList<>();
		wanted.texts().forEach((object, text) -> {
			String other = there.remove(object);
			if (other == null) {
				different.add(object + " is missing");
			}
			else if (!other.equals(text)) {
				different.add(object + ": " + change(text, other));
			}
		});
		there.keySet().forEach((object) -> different.add(object + " is there too"));
		return different;
	}

	/**
	 * Returns the first lines that differ.
	 */
	private static String change(String wanted, String made) {
		List<String> first = wanted.lines().map(String::strip).toList();
		List<String> second = made.lines().map(String::strip).toList();
		int common = Math.min(first.size(), second.size());
		int line = Arrays.mismatch(first.toArray(), second.toArray());
		return (line >= 0 && line < common) ? "`%s` instead of `%s`".formatted(second.get(line), first.get(line))
				: "`%s` is %s".formatted((first.size() > common) ? first.get(common) : second.get(common),
						(first.size() > common) ? "missing" : "there too");
	}

}
