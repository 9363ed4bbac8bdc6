package dev.migrator.internal.execution.words;

import java.io.Serializable;

import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.SeedScript;

/**
 * The names of a running script in messages.
 *
 * @param id the id of the revision, or the path of a seed script
 * @param brief the id with the kind of script
 * @param full the same with the location of the script
 */
public record ScriptTitle(String id, String brief, String full) implements Serializable {

	public static ScriptTitle of(Script script) {
		String brief = "Revision " + script.revision().id();
		return new ScriptTitle(script.revision().id(), brief, brief + " (" + script.name() + ")");
	}

	public static ScriptTitle of(SeedScript script) {
		String brief = "Seed " + Printable.line(script.path());
		return new ScriptTitle(script.path(), brief, brief + " (" + script.location() + ")");
	}

}
