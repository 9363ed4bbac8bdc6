package dev.migrator.internal.script.text;

import java.io.IOException;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when a script is no longer what it was when the revisions were read.
 */
public final class ScriptChangedException extends MigratorException {

	private static final String ACTION = "Start again, so that the plan is made from what the scripts say now.";

	private final String script;

	public ScriptChangedException(String script) {
		super("The script " + script + " was changed after the revisions had been read.", ACTION);
		this.script = script;
	}

	public ScriptChangedException(String script, IOException cause) {
		super("The script " + script + " can no longer be read: " + cause, ACTION, cause);
		this.script = script;
	}

	/**
	 * The script that was changed.
	 * @return the script, such as {@code classpath:db/revisions/x.sql}
	 */
	public String script() {
		return this.script;
	}

}
