package dev.migrator.execution;

import java.io.Serializable;

import dev.migrator.problem.Printable;
import dev.migrator.script.Script;
import dev.migrator.script.SeedScript;

/**
 * What a message calls a script that is run.
 *
 * @param id the id of the revision, or the path of a seed script
 * @param brief the id with what it is
 * @param full the same with where the script is
 */
record ScriptTitle(String id, String brief, String full) implements Serializable {

	static ScriptTitle of(Script script) {
		String brief = "Revision " + script.revision().id();
		return new ScriptTitle(script.revision().id(), brief, brief + " (" + script.name() + ")");
	}

	static ScriptTitle of(SeedScript script) {
		String brief = "Seed " + Printable.line(script.path());
		return new ScriptTitle(script.path(), brief, brief + " (" + script.location() + ")");
	}

}
