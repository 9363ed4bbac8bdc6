package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.internal.problem.Listing;
import dev.migrator.internal.problem.NearNames;
import dev.migrator.revision.GraphProblem.Kind;

/**
 * Collects the problems of a graph while it is loaded, and writes their messages.
 */
final class GraphProblems {

	/**
	 * Searching near names takes time, and thousands of revisions may name one lost
	 * script.
	 */
	private static final int MOST_SUGGESTIONS = 20;

	private final Set<GraphProblem> problems = new LinkedHashSet<>();

	private int suggestions;

	void throwIfAny() {
		if (!this.problems.isEmpty()) {
			throw new InvalidRevisionGraphException(List.copyOf(this.problems));
		}
	}

	void illegalId(Revision revision, String fault) {
		add(Kind.ILLEGAL_ID, List.of(revision), revision.source() + ": the revision id \"" + revision
			.id() + "\" " + fault + ".", "An id has 1 to " + RevisionNames.MAX_LENGTH
					+ " characters, no white space and none of @ - + : , and is not one of head heads base current.");
	}

	void illegalLabel(Revision revision, String label, String fault) {
		add(Kind.ILLEGAL_LABEL, List.of(revision),
				revision.source() + ": the branch label \"" + label + "\" of revision " + revision.id() + " " + fault
						+ ".",
				"A branch label has 1 to " + RevisionNames.MAX_LENGTH
						+ " characters, no white space and none of @ - + : , and is not one of head heads base current.");
	}

	void duplicateId(Revision first, Revision second) {
		add(Kind.DUPLICATE_ID, List.of(first, second),
				"Revision " + first.id() + " exists twice: in " + first.source() + " and in " + second.source() + ".",
				"Give one of them another id, or remove it if it is a copy. If you renamed or moved the file, the build "
						+ "output still has the old one: make a clean build.");
	}

	void duplicateLabel(String label, Revision first, Revision second) {
		add(Kind.DUPLICATE_LABEL, List.of(first, second), "The branch label " + label + " is declared by "
				+ first.describe() + " and by " + second.describe() + ".",
				"Declare a branch label once, on the first revision of its branch.");
	}

	void labelIsId(String label, Revision declaring, Revision named) {
		add(Kind.DUPLICATE_LABEL, List.of(declaring, named), "The branch label " + label + " of " + declaring.describe()
				+ " is the id of a revision (" + named.source() + ").", "Give the branch another label.");
	}

	void selfLoop(Revision revision, String verb) {
		add(Kind.SELF_LOOP, List.of(revision), "Revision " + revision.describe() + " " + verb + " itself.",
				"Write the id of the revision before it, or nothing if it is a base.");
	}

	void missingDownRevision(Revision revision, String missing, Collection<String> ids) {
		if (isNothing(missing)) {
			nothingNamed(Kind.MISSING_DOWN_REVISION, revision, "revises", missing);
			return;
		}
		add(Kind.MISSING_DOWN_REVISION, List.of(revision),
				"Revision " + revision.describe() + " revises " + missing + ", which does not exist."
						+ suggest(missing, ids, List.of()),
				"Restore the missing script, or correct the down revision (revises) of the revision that refers to it.");
	}

	void labelAsDownRevision(Revision revision, String label, Revision declaring) {
		add(Kind.MISSING_DOWN_REVISION, List.of(revision), "Revision " + revision.describe() + " revises " + label
				+ ", which is not an id but the label of " + declaring.describe() + ".",
				"Write ids after revises, not labels.");
	}

	void missingDependency(Revision revision, String missing, Collection<String> ids, Collection<String> labels) {
		if (isNothing(missing)) {
			nothingNamed(Kind.MISSING_DEPENDENCY, revision, "depends on", missing);
			return;
		}
		add(Kind.MISSING_DEPENDENCY, List.of(revision),
				"Revision " + revision.describe() + " depends on " + missing + ", which does not exist."
						+ suggest(missing, ids, labels),
				"Restore the missing script, or correct the dependency (depends-on) of the revision that refers to it.");
	}

	/**
	 * Adds a cycle.
	 * @param members its revisions, from child to parent
	 * @param verbs the kind of each edge: "revises" or "depends on"
	 */
	void cycle(List<Revision> members, List<String> verbs) {
		List<String> waits = new ArrayList<>();
		for (int i = 0; i < members.size(); i++) {
			Revision next = members.get((i + 1) % members.size());
			waits.add(members.get(i).describe() + " " + verbs.get(i) + " " + next.id());
		}
		boolean dependency = verbs.contains(GraphLoader.DEPENDS_ON);
		add(dependency ? Kind.DEPENDENCY_CYCLE : Kind.CYCLE, members,
				"These revisions wait for each other in a circle:" + Listing.lines(waits),
				dependency ? "Remove one of the dependencies (depends-on) in the circle."
						: "Correct the down revision (revises) of one revision in the circle.");
	}

	/**
	 * Other tools write None or an empty string if a revision follows none.
	 */
	private static boolean isNothing(String name) {
		return name.isBlank() || name.equalsIgnoreCase("none") || name.equalsIgnoreCase("null");
	}

	private void nothingNamed(Kind kind, Revision revision, String verb, String name) {
		add(kind, List.of(revision),
				"Revision " + revision.describe() + " " + verb + " \"" + name + "\", which is not a revision.",
				(kind == Kind.MISSING_DOWN_REVISION) ? "Leave revises out if the revision follows none: it is a base."
						: "Leave depends-on out if the revision depends on none.");
	}

	private String suggest(String missing, Collection<String> ids, Collection<String> labels) {
		if (this.suggestions++ >= MOST_SUGGESTIONS) {
			return "";
		}
		List<String> names = new ArrayList<>(ids);
		names.addAll(labels);
		List<String> near = NearNames.of(missing, names);
		return near.isEmpty() ? "" : " Did you mean " + Listing.quoted(near) + "?";
	}

	private void add(Kind kind, List<Revision> revisions, String description, String action) {
		this.problems.add(new GraphProblem(kind, revisions.stream().map(Revision::id).toList(),
				revisions.stream().map(Revision::source).toList(), description, action));
	}

}
