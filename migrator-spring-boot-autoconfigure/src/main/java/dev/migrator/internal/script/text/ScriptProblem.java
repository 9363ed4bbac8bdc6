package dev.migrator.internal.script.text;

/**
 * A problem in one line of a script.
 *
 * @param script the script, such as {@code classpath:db/revisions/x.sql}
 * @param line the line, from 1, or 0 if it is about the script as a whole
 * @param what the problem, as half a sentence
 * @param remedy how to fix it, as the other half
 */
public record ScriptProblem(String script, int line, String what, String remedy) {

	@Override
	public String toString() {
		return this.script + ((this.line > 0) ? ":" + this.line : "") + ": " + this.what + "; " + this.remedy;
	}

}
