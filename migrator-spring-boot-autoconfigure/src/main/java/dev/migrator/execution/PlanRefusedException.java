package dev.migrator.execution;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.text.ScriptProblem;
import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Revision;
import dev.migrator.schema.TextRule;

/**
 * Thrown when a plan cannot be run as it is. Nothing of it has been run.
 */
public class PlanRefusedException extends MigratorException {

	private final transient List<ScriptProblem> problems;

	private PlanRefusedException(String description, String action) {
		this(description, action, List.of());
	}

	private PlanRefusedException(String description, String action, List<ScriptProblem> problems) {
		super(description, action + "\nNothing has been run.");
		this.problems = List.copyOf(problems);
	}

	/**
	 * Returns the places that cannot be run as they are written, in the order of the
	 * plan.
	 * @return the problems; empty if the plan was refused for another reason
	 */
	public List<ScriptProblem> problems() {
		return this.problems;
	}

	public static PlanRefusedException notAsWritten(List<ScriptProblem> problems) {
		return notAsWritten("A pending revision", "pending revisions", problems);
	}

	public static PlanRefusedException seedsNotAsWritten(List<ScriptProblem> problems) {
		return notAsWritten("A seed script", "seed scripts", problems);
	}

	private static PlanRefusedException notAsWritten(String script, String scripts, List<ScriptProblem> problems) {
		boolean one = problems.size() == 1;
		String title = one ? script + " cannot be run as it is written:"
				: "There are %s places in %s that cannot be run as they are written:".formatted(problems.size(),
						scripts);
		return new PlanRefusedException(
				title + "\n\n" + problems.stream().map((problem) -> "  " + problem).collect(Collectors.joining("\n")),
				"Fix " + (one ? "it" : "them") + " and start again.", problems);
	}

	public static PlanRefusedException notPrintable(List<ScriptProblem> problems) {
		return new PlanRefusedException(
				"Not all of this plan can be printed as it is written:\n\n"
						+ problems.stream().map((problem) -> "  " + problem).collect(Collectors.joining("\n")),
				"Fix that, or run these revisions with the migrator.", problems);
	}

	/**
	 * Creates the exception for a plan that cannot be printed, because its code needs
	 * live data.
	 * @param revisions the revisions, each with the purpose of its code
	 * @param commands the commands that have the same result without printing the first
	 * of these revisions
	 */
	public static PlanRefusedException needsLiveData(List<String> revisions, List<String> commands) {
		return new PlanRefusedException("""
				Code over live data cannot be printed, and a script without it would record work that is not \
				done. This \
				plan has:

				""" + revisions.stream().map((revision) -> "  " + revision).collect(Collectors.joining("\n")),
				"Print the revisions before it, run it with the migrator, and print the revisions after it:\n\n"
						+ commands.stream().map((command) -> "    " + command).collect(Collectors.joining("\n")));
	}

	public static PlanRefusedException notInOneTransaction(Revision revision) {
		return new PlanRefusedException(
				"Revision %s (%s) cannot be in a transaction, and migrator.transaction is single.".formatted(
						revision.id(), revision.source()),
				"Run this upgrade with migrator.transaction=per-revision.");
	}

	public static PlanRefusedException nothingToAccept(Revision revision) {
		return new PlanRefusedException(
				"Revision %s (%s) is not applied, so there is no edit of its script to accept.".formatted(revision.id(),
						revision.source()),
				"An upgrade runs the script as it is now. If the database already has what it creates, stamp the "
						+ "database with it.");
	}

	public static PlanRefusedException notHalfDone(Revision revision, boolean applied) {
		String state = applied ? "is applied" : "is not applied";
		return new PlanRefusedException(
				"Revision %s (%s) did not stop half-way: it %s, so there is nothing to resolve."
					.formatted(revision.id(), revision.source(), state),
				applied ? "To undo it, downgrade to the revision below it. If the database no longer has what it "
						+ "creates, stamp the database with the revision below it."
						: "To apply it, upgrade to it. If the database already has what it creates, stamp the database "
								+ "with it.");
	}

	/**
	 * Creates the exception for a revision that cannot continue in another session.
	 * @param lost the objects and settings that were lost with the session of the
	 * revision that stopped half-way
	 */
	public static PlanRefusedException sessionLost(HalfWay halfWay, Script script, List<String> lost) {
		return new PlanRefusedException(
				"""
						Revision %s (%s) is half-way: %s. It cannot continue in another session, because these \
						objects ended with its session:

						%s""".formatted(halfWay.revision(), script.name(), halfWay.describe(),
						lost.stream().map((thing) -> "  " + thing).collect(Collectors.joining("\n"))),
				"""
						If the remaining statements do not need them, record that, and run the command again: \
						migrator resolve %1$s --done %2$s
						Otherwise run the remaining statements by hand, or undo what was run, and record that: \
						migrator resolve %1$s --applied (or --not-applied)""".formatted(halfWay.revision(),
						halfWay.statementsDone()));
	}

	public static PlanRefusedException notSoManyStatements(Revision revision, int done, int statements) {
		return new PlanRefusedException(
				"Revision %s (%s) has %s statements, so --done %s is not possible.".formatted(revision.id(),
						revision.source(), statements, done),
				"Give the number of its statements that were completed, from 0 to %s: migrator resolve %s --done <statements>"
					.formatted(statements, revision.id()));
	}

	public static PlanRefusedException notAppliedBelow(Revision revision, Set<String> missing) {
		return new PlanRefusedException(
				("Revision %s (%s) cannot count as applied, because it follows or depends on revisions that are not "
						+ "applied: %s")
					.formatted(revision.id(), revision.source(), String.join(", ", missing)),
				"Apply these revisions first, or stamp the database with the revision: then they count as applied "
						+ "too.");
	}

	public static PlanRefusedException appliedAbove(Revision revision, Set<String> above) {
		return new PlanRefusedException(
				"Revision %s (%s) cannot count as not applied, because applied revisions follow or depend on it: %s"
					.formatted(revision.id(), revision.source(), String.join(", ", above)),
				"Undo these revisions first.");
	}

	public static PlanRefusedException idTooLong(String revision, MigratorTables tables, int width) {
		return new PlanRefusedException(
				"The revision id %s has %s characters, and the column version_num of %s takes at most %s."
					.formatted(revision, TextRule.characters(revision), tables.version(), width),
				"Give the revision a shorter id, or widen the column:\n\n    " + tables.widenVersion());
	}

}
