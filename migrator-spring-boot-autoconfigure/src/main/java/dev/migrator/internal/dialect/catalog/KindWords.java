package dev.migrator.internal.dialect.catalog;

/**
 * Formats PostgreSQL's words for kinds of objects: {@code view}, {@code operator class}.
 */
public final class KindWords {

	private KindWords() {
	}

	/**
	 * Returns the plural of a word.
	 * @param kind the word for one
	 * @return its plural: {@code policies}
	 */
	public static String plural(String kind) {
		if (kind.endsWith("y")) {
			return kind.substring(0, kind.length() - 1) + "ies";
		}
		return kind + (kind.endsWith("s") ? "es" : "s");
	}

	/**
	 * Returns the word with its article.
	 * @param kind the word for one
	 * @return {@code a view}, {@code an index}
	 */
	public static String one(String kind) {
		return ("aeio".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
	}

	/**
	 * Returns the word with a number.
	 * @param kind the word for one
	 * @param count the number of objects
	 * @return such as {@code 1 policy} or {@code 3 views}
	 */
	public static String counted(String kind, int count) {
		return count + " " + ((count == 1) ? kind : plural(kind));
	}

}
