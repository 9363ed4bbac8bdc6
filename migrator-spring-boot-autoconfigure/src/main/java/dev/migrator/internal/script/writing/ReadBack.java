package dev.migrator.internal.script.writing;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;

/**
 * Compares a new script with what was requested, so that a template or a hook that loses
 * a value is found early.
 *
 * @param said the revision as the script has it
 */
record ReadBack(Revision said) {

	static ReadBack of(ScriptFormat format, String text, Path file) {
		return new ReadBack(format.read(text, file));
	}

	/**
	 * Checks that the revision is found among all others, and that nobody has written
	 * another one that follows the same meanwhile.
	 */
	static void requireIn(RevisionGraph graph, Draft draft) {
		if (graph.find(draft.id()).isEmpty()) {
			throw new NewRevisionException("It is not in a place where revisions are searched.",
					"Write it to one of the locations, or below the package of Java revisions.");
		}
		for (Revision parent : draft.parents()) {
			int children = graph.children(parent.id()).size();
			if (children > 1 && !draft.wanted().splice()) {
				throw new NewRevisionException(
						"Revision " + parent.id() + " has got another follower while this one was written.",
						"Run the command again, to follow the other one.");
			}
		}
	}

	/**
	 * Checks the values that the graph consists of.
	 */
	void check(Revision wanted) {
		check("revision", (revision) -> List.of(revision.id()), wanted);
		check("revises", Revision::downRevisions, wanted);
		check("dependsOn", Revision::dependsOn, wanted);
		check("branchLabels", Revision::branchLabels, wanted);
	}

	private void check(String variable, Function<Revision, List<String>> fact, Revision wanted) {
		if (!fact.apply(this.said).equals(fact.apply(wanted))) {
			throw new NewRevisionException(
					"Its " + variable + " is " + shown(fact.apply(this.said)) + ", not " + shown(fact.apply(wanted))
							+ ".",
					"If you use your own template, check that it writes ${" + variable
							+ "}; if you use hooks, check that " + "they do not change it.");
		}
	}

	private static String shown(List<String> values) {
		return values.isEmpty() ? "nothing" : String.join(", ", values);
	}

}
