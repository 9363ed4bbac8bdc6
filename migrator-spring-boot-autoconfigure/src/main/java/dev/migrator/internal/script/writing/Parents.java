package dev.migrator.internal.script.writing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;

/**
 * Finds the revisions that a new one follows. Refuses a second head that was not
 * requested.
 */
final class Parents {

	private final RevisionGraph graph;

	private final Command command;

	/**
	 * @param command the present command, whose options the advice names
	 */
	Parents(RevisionGraph graph, Command command) {
		this.graph = graph;
		this.command = command;
	}

	/**
	 * Returns the down revisions of a new revision.
	 * @throws NewRevisionException if it cannot follow the requested targets
	 */
	List<Revision> of(NewRevision wanted) {
		List<Revision> parents = new ArrayList<>();
		for (String target : wanted.heads().isEmpty() ? List.of("head") : wanted.heads()) {
			List<Revision> named = target.equals("head") ? theHead() : named(target);
			if (named.isEmpty() && wanted.heads().size() > 1) {
				throw new NewRevisionException(
						"`" + target + "` is not a revision, but the new one is to follow others.",
						"Give either " + target + " alone or only revisions.");
			}
			for (Revision parent : named) {
				if (parents.contains(parent)) {
					throw new NewRevisionException(
							"Revision " + parent.id() + " is given twice as a revision that the new " + "one follows: "
									+ String.join(", ", wanted.heads()) + ".",
							"Give it once.");
				}
				parents.add(parent);
			}
		}
		parents.forEach((parent) -> checkNotBelow(parent, parents));
		if (!wanted.splice()) {
			parents.forEach(this::checkHead);
		}
		return parents;
	}

	private List<Revision> named(String target) {
		if (target.equals("current")) {
			throw new NewRevisionException(
					"`current` means the state of a database, but a new revision does not read one.",
					"Give a revision, a branch or a head.");
		}
		return this.graph.resolveAll(target);
	}

	private List<Revision> theHead() {
		List<Revision> heads = this.graph.revisions()
			.stream()
			.filter((revision) -> this.graph.children(revision.id()).isEmpty())
			.toList();
		if (heads.size() > 1) {
			throw severalHeads(heads);
		}
		return heads;
	}

	private NewRevisionException severalHeads(List<Revision> heads) {
		List<String> ids = heads.stream().map(Revision::id).toList();
		String all = this.graph.heads().equals(ids) ? "heads" : String.join(" ", ids);
		return new NewRevisionException(
				"There are " + heads.size() + " heads, but a new revision follows one:\n"
						+ heads.stream().map((head) -> "\n    " + describe(head)).collect(Collectors.joining()),
				this.command.chooseOf(ids, all));
	}

	private void checkHead(Revision parent) {
		List<Revision> children = this.graph.children(parent.id());
		if (!children.isEmpty()) {
			throw new NewRevisionException(
					"Revision " + describe(parent) + " is not a head: "
							+ children.stream().map(Revision::id).collect(Collectors.joining(", "))
							+ ((children.size() == 1) ? " follows it" : " follow it") + " already.",
					this.command.splice());
		}
	}

	private void checkNotBelow(Revision parent, List<Revision> parents) {
		for (Revision other : parents) {
			if (!other.equals(parent) && below(other).contains(parent.id())) {
				throw new NewRevisionException(
						"Revision " + parent.id() + " is below " + other.id()
								+ ", so a revision that follows the latter follows the former too.",
						"Give only " + other.id() + ".");
			}
		}
	}

	private Set<String> below(Revision revision) {
		Set<String> below = new HashSet<>();
		Deque<Revision> next = new ArrayDeque<>(List.of(revision));
		while (!next.isEmpty()) {
			for (String id : next.pop().downRevisions()) {
				if (below.add(id)) {
					this.graph.find(id).ifPresent(next::push);
				}
			}
		}
		return below;
	}

	private static String describe(Revision revision) {
		return revision.id() + " (" + revision.source() + ")";
	}

	/**
	 * The commands that write a revision, with the options that they have.
	 */
	enum Command {

		/** {@code revision}; {@code migrate -m} is one of its forms. */
		REVISION {

			@Override
			String chooseOf(List<String> heads, String all) {
				return "Choose one of them: migrator revision --head " + heads.get(0)
						+ " -m \"...\" (--autogenerate is possible with " + "it), or merge them first: migrator merge "
						+ all + " -m \"...\".";
			}

			@Override
			String splice() {
				return "Leave --head out to follow the head, or begin a branch there: --splice.";
			}

		},

		MERGE {

			@Override
			String chooseOf(List<String> heads, String all) {
				return "To merge them all: migrator merge " + all + " -m \"...\".";
			}

			@Override
			String splice() {
				return "Give heads (migrator heads lists them), or begin a branch there: --splice.";
			}

		};

		/** Returns the advice for several heads. */
		abstract String chooseOf(List<String> heads, String all);

		/** Returns the advice for a revision that is not a head. */
		abstract String splice();

	}

}
