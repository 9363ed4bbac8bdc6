package dev.migrator.internal.dialect.catalog;

/**
 * The words for kinds of objects, as PostgreSQL has them: {@code view},
 * {@code operator class}.
 */
public final class KindWords {

	private KindWords() {
	}

	/**
	 * The word for several.
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
	 * The word with its article.
	 * @param kind the word for one
	 * @return {@code a view}, {@code an index}
	 */
	public static String one(String kind) {
		return ("aeio".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
	}

	/**
	 * The word with a number.
	 * @param kind the word for one
	 * @param count how many there are
	 * @return such as {@code 1 policy} or {@code 3 views}
	 */
	public static String counted(String kind, int count) {
		return count + " " + ((count == 1) ? kind : plural(kind));
	}

}
