package dev.migrator.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.problem.Listing;

/**
 * Describes the problem of several heads, with a target for each of them.
 */
final class Heads {

	private static final int SEVERAL = -1;

	private final RevisionGraph graph;

	private final String command;

	Heads(RevisionGraph graph, String command) {
		this.graph = graph;
		this.command = command;
	}

	MultipleHeadsException ambiguous(Target target, BitSet heads) {
		Map<Integer, String> labels = new HashMap<>();
		int[] leadsTo = onlyHeads();
		this.graph.names()
			.labels()
			.forEach((label, revision) -> labels.merge(leadsTo[revision], label, this::nearerToHead));
		List<String> choices = new ArrayList<>();
		heads.stream().forEach((head) -> {
			String label = labels.get(head);
			String name = (label != null) ? label + "@" + Target.HEAD : this.graph.id(head);
			choices.add(name + target.offsetText());
		});
		List<String> ids = this.graph.ids(heads);
		List<String> descriptions = this.graph.revisions(heads).stream().map(Revision::describe).toList();
		return new MultipleHeadsException(target.text(), ids, descriptions, choices, action(target, ids, choices));
	}

	private String nearerToHead(String one, String other) {
		return (this.graph.names().number(other) > this.graph.names().number(one)) ? other : one;
	}

	/**
	 * Returns for each revision the only head above it, or {@link #SEVERAL}.
	 */
	private int[] onlyHeads() {
		int[] heads = new int[this.graph.size()];
		for (int i = heads.length - 1; i >= 0; i--) {
			int[] children = this.graph.down().children(i);
			heads[i] = (children.length == 0) ? i : heads[children[0]];
			for (int child : children) {
				heads[i] = (heads[child] == heads[i]) ? heads[i] : SEVERAL;
			}
		}
		return heads;
	}

	private String action(Target target, List<String> heads, List<String> choices) {
		StringBuilder action = new StringBuilder();
		boolean takesSeveral = this.command.equals("upgrade") || this.command.equals("stamp");
		if (takesSeveral && target.offset() == 0 && Target.HEAD.equals(target.symbol())) {
			action.append("For all of them: ").append(target.branchPrefix()).append(Target.HEADS).append(".\n");
		}
		action.append("For one of them:");
		action.append(Listing.lines(choices));
		if (heads.size() <= 5) {
			action.append("\nTo merge them: migrator merge ")
				.append(String.join(" ", heads))
				.append(" -m \"merge heads\"");
		}
		return action.toString();
	}

}
