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
 * Finds what a new revision follows, and refuses a second head that nobody asked for.
 */
final class Parents {

	private final RevisionGraph graph;

	private final Command command;

	/**
	 * @param command what was typed, whose options are advised
	 */
	Parents(RevisionGraph graph, Command command) {
		this.graph = graph;
		this.command = command;
	}

	/**
	 * The down revisions of a new revision.
	 * @throws NewRevisionException if it cannot follow what was asked for
	 */
	List<Revision> of(NewRevision wanted) {
		List<Revision> parents = new ArrayList<>();
		for (String target : wanted.heads().isEmpty() ? List.of("head") : wanted.heads()) {
			List<Revision> named = target.equals("head") ? theHead() : named(target);
			if (named.isEmpty() && wanted.heads().size() > 1) {
				throw new NewRevisionException("`" + target + "` is no revision, and the new one is to follow others.",
						"Name either " + target + " alone or only revisions.");
			}
			for (Revision parent : named) {
				if (parents.contains(parent)) {
					throw new NewRevisionException("Revision " + parent.id() + " is named twice as what the new one "
							+ "follows: " + String.join(", ", wanted.heads()) + ".", "Name it once.");
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
					"`current` is where a database is, and none is looked at for a new revision.",
					"Name a revision, a branch or a head.");
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
				"There are " + heads.size() + " heads, and a new revision follows one:\n"
						+ heads.stream().map((head) -> "\n    " + describe(head)).collect(Collectors.joining()),
				this.command.chooseOf(ids, all));
	}

	private void checkHead(Revision parent) {
		List<Revision> children = this.graph.children(parent.id());
		if (!children.isEmpty()) {
			throw new NewRevisionException(
					"Revision " + describe(parent) + " is no head: "
							+ children.stream().map(Revision::id).collect(Collectors.joining(", "))
							+ ((children.size() == 1) ? " follows it" : " follow it") + " already.",
					this.command.splice());
		}
	}

	private void checkNotBelow(Revision parent, List<Revision> parents) {
		for (Revision other : parents) {
			if (!other.equals(parent) && below(other).contains(parent.id())) {
				throw new NewRevisionException("Revision " + parent.id() + " is below " + other.id()
						+ ", so what follows the one follows the other too.", "Name only " + other.id() + ".");
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
				return "Say which one: migrator revision --head " + heads.get(0)
						+ " -m \"...\" (--autogenerate goes with " + "it), or unite them first: migrator merge " + all
						+ " -m \"...\".";
			}

			@Override
			String splice() {
				return "Leave --head out to follow the head, or begin a branch there: --splice.";
			}

		},

		MERGE {

			@Override
			String chooseOf(List<String> heads, String all) {
				return "To unite them all: migrator merge " + all + " -m \"...\".";
			}

			@Override
			String splice() {
				return "Name heads (migrator heads lists them), or begin a branch there: --splice.";
			}

		};

		/** How one of several heads is named. */
		abstract String chooseOf(List<String> heads, String all);

		/** How a revision that is no head may be followed. */
		abstract String splice();

	}

}
