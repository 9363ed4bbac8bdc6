package dev.migrator.dialect;

/**
 * Writes names and values into SQL text, for the statements that are the migrator's own.
 */
public final class SqlText {

	private SqlText() {
	}

	/**
	 * Quotes a name, so that it is taken as it is: any letter case, any character.
	 * @param name a single name, not a dotted one
	 * @return the quoted identifier
	 */
	public static String identifier(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	/**
	 * Quotes a value. One with a backslash becomes an escape string, which means the same
	 * whatever a script did to {@code standard_conforming_strings}.
	 * @param value the value
	 * @return the literal
	 */
	public static String literal(String value) {
		String doubled = value.replace("'", "''");
		return (doubled.indexOf('\\') < 0) ? '\'' + doubled + '\'' : "E'" + doubled.replace("\\", "\\\\") + '\'';
	}

	/**
	 * Makes code a statement that runs it.
	 * @param body the code, in PL/pgSQL
	 * @return a DO statement, with its semicolon and a line end
	 */
	public static String block(String body) {
		String tag = "$migrator$";
		for (int i = 1; body.contains(tag); i++) {
			tag = "$migrator" + i + "$";
		}
		return "DO " + tag + "\n" + body.stripTrailing() + "\n" + tag + ";\n";
	}

}
