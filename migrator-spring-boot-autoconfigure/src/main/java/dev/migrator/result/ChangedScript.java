package dev.migrator.result;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.script.Script;

/**
 * A script that was edited after its revision was applied or stamped.
 *
 * @param script the script as it is now
 * @param entry the history entry of the revision
 */
public record ChangedScript(Script script, LastEntry entry) {

	String revision() {
		return this.script.revision().id();
	}

	private String describe() {
		return "%s (%s), %s".formatted(revision(), this.script.location(), this.entry.describe());
	}

	/**
	 * Describes several scripts, each on a line.
	 */
	static String describe(List<ChangedScript> changed) {
		return title(changed) + ":\n\n"
				+ changed.stream().map((script) -> "    " + script.describe()).collect(Collectors.joining("\n"));
	}

	/**
	 * Describes several scripts in one line, for the log.
	 */
	public static String describeInLine(List<ChangedScript> changed) {
		return title(changed) + ": " + changed.stream().map(ChangedScript::describe).collect(Collectors.joining("; "));
	}

	private static String title(List<ChangedScript> changed) {
		return (changed.size() == 1) ? "A script was edited after it was applied"
				: changed.size() + " scripts were edited after they were applied";
	}

}
