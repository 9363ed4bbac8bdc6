package dev.migrator.internal.script.writing;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;

/**
 * Compares what a script says of itself with what it was to say, so that a template or a
 * hook that loses a fact is found before somebody relies on it.
 *
 * @param said what the script says
 */
record ReadBack(Revision said) {

	static ReadBack of(ScriptFormat format, String text, Path file) {
		return new ReadBack(format.read(text, file));
	}

	/**
	 * Checks that a revision is found among all the others, and that nobody has written
	 * one that follows the same in the meantime.
	 */
	static void requireIn(RevisionGraph graph, Draft draft) {
		if (graph.find(draft.id()).isEmpty()) {
			throw new NewRevisionException("It is in no place where revisions are looked for.",
					"Write it to one of the locations, or below the package of Java revisions.");
		}
		for (Revision parent : draft.parents()) {
			int children = graph.children(parent.id()).size();
			if (children > 1 && !draft.wanted().splice()) {
				throw new NewRevisionException(
						"Revision " + parent.id() + " was followed by another one while this one was written.",
						"Run it again, to follow that one.");
			}
		}
	}

	/**
	 * Checks the facts that the graph is made of.
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
					"If you use a template of your own, see that it writes ${" + variable + "}; if you use hooks, that "
							+ "they do not change it.");
		}
	}

	private static String shown(List<String> values) {
		return values.isEmpty() ? "nothing" : String.join(", ", values);
	}

}
