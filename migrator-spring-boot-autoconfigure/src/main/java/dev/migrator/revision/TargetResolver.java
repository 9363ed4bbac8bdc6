package dev.migrator.revision;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.migrator.internal.problem.Listing;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place that a target leads to, given the applied revisions. A branch is the
 * lineage by down revisions of the revision that denotes it.
 */
final class TargetResolver {

	private final RevisionGraph graph;

	private final String command;

	private final BitSet applied;

	/**
	 * Creates a resolver.
	 * @param graph the graph
	 * @param command the command that the targets are for, for advice
	 * @param applied the numbers of the revisions that are applied
	 */
	TargetResolver(RevisionGraph graph, String command, BitSet applied) {
		this.graph = graph;
		this.command = command;
		this.applied = applied;
	}

	/**
	 * Returns the place that a target leads to, if only the revisions that it denotes
	 * matter.
	 */
	Destination resolve(Target target) {
		return resolve(target, Destination::revisions);
	}

	/**
	 * Returns the place that a target leads to, if only the outcome matters.
	 * @param outcome the outcome of a destination, compared by {@code equals}
	 */
	Destination resolve(Target target, Function<Destination, ?> outcome) {
		Integer branch = (target.branch() != null) ? this.graph.names().find(target.branch()) : null;
		String symbol = target.symbol();
		if (symbol == null) {
			return countFromTips(target, branch, outcome);
		}
		Destination named = new Destination(target, named(target, symbol, branch), branch, null);
		if (target.offset() == 0) {
			return named;
		}
		return countFrom(target, branch, named.isBase() ? null : one(named).revisions().nextSetBit(0), outcome);
	}

	private Destination countFrom(Target target, @Nullable Integer branch, @Nullable Integer start,
			Function<Destination, ?> outcome) {
		return new RelativeTarget(this.graph, target, branch, start, RelativeTarget.Overshoot.REFUSED, tips())
			.end(outcome);
	}

	/**
	 * Returns the destination itself, unless it is several revisions.
	 */
	Destination one(Destination destination) {
		if (destination.revisions().cardinality() > 1) {
			throw severalHeads(destination.target(), destination.revisions());
		}
		return destination;
	}

	private BitSet named(Target target, String symbol, @Nullable Integer branch) {
		return switch (symbol) {
			case Target.BASE -> new BitSet();
			case Target.HEADS -> (branch != null) ? heads(branch) : this.graph.all().tops();
			case Target.HEAD -> head(target, branch);
			case Target.CURRENT -> throw new InvalidTargetException(
					target.text(), "`" + Target.CURRENT
							+ "` is the present state of the database, so it is not a target of " + this.command + ".",
					"Count from it without the word: +1, -1.");
			default -> RevisionGraph
				.setOf((branch != null) ? onBranch(target, symbol, branch) : this.graph.names().find(symbol));
		};
	}

	private BitSet head(Target target, @Nullable Integer branch) {
		BitSet heads = heads(branch);
		if (heads.cardinality() > 1) {
			throw severalHeads(target, heads);
		}
		return heads;
	}

	private BitSet heads(@Nullable Integer branch) {
		BitSet heads = this.graph.down().tops();
		if (branch != null) {
			heads.and(this.graph.down().lineage(branch));
		}
		return heads;
	}

	private MultipleHeadsException severalHeads(Target target, BitSet heads) {
		return new Heads(this.graph, this.command).ambiguous(target, heads);
	}

	private int onBranch(Target target, String symbol, int branch) {
		Names names = this.graph.names();
		BitSet lineage = this.graph.down().lineage(branch);
		List<String> meant = (names.exactly(symbol) != null) ? List.of(symbol) : names.beginningWith(symbol);
		List<String> members = meant.stream().filter((name) -> lineage.get(names.number(name))).toList();
		if (members.isEmpty() && !meant.isEmpty()) {
			throw new InvalidTargetException(target.text(),
					Listing.inline(meant) + ((meant.size() == 1) ? " is" : " are") + " not on branch " + target.branch()
							+ ", which is everything below and above " + this.graph.revision(branch).describe() + ".",
					"Leave the branch out: "
							+ Listing.inline(meant.stream().map((name) -> name + target.offsetText()).toList()) + ".");
		}
		return names.only(symbol, members);
	}

	/**
	 * Counts from the only row, or the only row of the given branch. With several rows,
	 * counts from each, if the result is the same (as below a merge).
	 */
	private Destination countFromTips(Target target, @Nullable Integer branch, Function<Destination, ?> outcome) {
		boolean up = target.offset() > 0;
		BitSet tips = up ? tipsAbove(branch) : tipsToUndo(branch);
		if (tips.isEmpty() && !up) {
			throw new InvalidTargetException(target.text(),
					"`" + target.text() + "` counts down from what is applied, but nothing is applied"
							+ ((branch != null) ? " on branch " + target.branch() : "") + ".",
					Listing.WHERE_CURRENT_IS);
		}
		if (tips.cardinality() < 2) {
			return countFrom(target, branch, tips.isEmpty() ? null : tips.nextSetBit(0), outcome);
		}
		List<RelativeTarget> relatives = this.graph.ids(tips)
			.stream()
			.map((id) -> up ? target.branchPrefix() + id + target.offsetText() : id + "@" + target.offsetText())
			.map(this::fromTip)
			.toList();
		List<Destination> ends = relatives.stream().flatMap((relative) -> relative.ends().stream()).toList();
		boolean same = relatives.stream().noneMatch((relative) -> relative.ends().isEmpty())
				&& ends.stream().map(outcome).distinct().limit(2).count() == 1;
		if (!same) {
			throw severalTips(target, tips, relatives, outcome);
		}
		return ends.get(0);
	}

	/**
	 * Returns the tips to count up from. A branch without a row counts from its last
	 * applied revisions.
	 */
	private BitSet tipsAbove(@Nullable Integer branch) {
		BitSet tips = tips();
		if (branch != null) {
			BitSet lineage = this.graph.down().lineage(branch);
			tips.and(lineage);
			if (tips.isEmpty()) {
				lineage.and(this.applied);
				tips = this.graph.all().maximal(lineage);
			}
		}
		return tips;
	}

	/**
	 * Returns the tips to count down from. If the last revision of a branch is not a row
	 * because another branch depends on it, that revision is the tip.
	 */
	private BitSet tipsToUndo(@Nullable Integer branch) {
		BitSet tips = tips();
		if (branch != null) {
			BitSet lineage = this.graph.down().lineage(branch);
			tips.and(lineage);
			if (tips.isEmpty()) {
				tips = this.graph.down().maximal(this.applied);
				tips.and(lineage);
			}
		}
		return tips;
	}

	private BitSet tips() {
		return this.graph.all().maximal(this.applied);
	}

	/**
	 * Lists the choices that lead to a place, once for each outcome, or says how far each
	 * leads.
	 */
	private MigratorException severalTips(Target target, BitSet tips, List<RelativeTarget> relatives,
			Function<Destination, ?> outcome) {
		Map<Set<?>, String> different = new LinkedHashMap<>();
		relatives.stream()
			.filter(RelativeTarget::isLongEnough)
			.forEach((relative) -> different.putIfAbsent(relative.outcomes(outcome), relative.text()));
		List<String> choices = List.copyOf(different.values());
		String at = "the database is at " + Listing.inline(this.graph.ids(tips)) + ".";
		if (!choices.isEmpty()) {
			return new AmbiguousTargetException(target.text(), at, choices);
		}
		List<String> furthest = relatives.stream()
			.filter(RelativeTarget::leadsSomewhere)
			.map(RelativeTarget::furthest)
			.toList();
		return new InvalidTargetException(target.text(),
				"`" + target.text() + "` goes too far from every place where it can begin: " + at,
				furthest.isEmpty() ? "Count from another revision. " + Listing.WHERE_ALL_ARE
						: "The furthest is:" + Listing.lines(furthest));
	}

	/**
	 * Returns the target that counts from a tip.
	 */
	private RelativeTarget fromTip(String text) {
		Target target = Target.parse(text);
		String symbol = target.symbol();
		Integer branch = (target.branch() != null) ? this.graph.names().find(target.branch()) : null;
		Integer tip = (symbol != null) ? Integer.valueOf(this.graph.names().find(symbol)) : branch;
		return new RelativeTarget(this.graph, target, branch, tip, RelativeTarget.Overshoot.REFUSED, tips());
	}

}
