package dev.migrator.internal.script.text;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when scripts are invalid, with all problems of all scripts.
 */
public final class InvalidScriptException extends MigratorException {

	private final transient List<ScriptProblem> problems;

	private InvalidScriptException(String kind, List<ScriptProblem> problems) {
		super(describe(kind, problems), "Fix " + ((problems.size() == 1) ? "it" : "them")
				+ " and start again. No script runs until all of them can be read.");
		this.problems = List.copyOf(problems);
	}

	public static InvalidScriptException inRevisions(List<ScriptProblem> problems) {
		return new InvalidScriptException("revision", problems);
	}

	public static InvalidScriptException inSeeds(List<ScriptProblem> problems) {
		return new InvalidScriptException("seed", problems);
	}

	/**
	 * Returns the problems, in the order of scripts and lines.
	 * @return the problems, at least one
	 */
	public List<ScriptProblem> problems() {
		return this.problems;
	}

	private static String describe(String kind, List<ScriptProblem> problems) {
		String title = (problems.size() == 1) ? "There is a problem in a " + kind + " script:"
				: "There are " + problems.size() + " problems in the " + kind + " scripts:";
		return title + "\n\n" + problems.stream().map((problem) -> "  " + problem).collect(Collectors.joining("\n"));
	}

}
