package dev.migrator.internal.autogenerate.acceptance;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.autogenerate.AcceptedDifferences;
import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.KeptObject;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.internal.problem.Printable;

/**
 * The lines of the accepted differences, and which of them differences have.
 */
public final class AcceptedLines {

	private final AcceptedDifferences accepted;

	/** The lines of all differences and kept objects, accepted or not. */
	private final Set<String> there = new HashSet<>();

	/**
	 * @param accepted the accepted differences
	 * @param all the changes for all differences
	 * @param changes the changes that customizers made of those that are not accepted
	 * @param kept the objects that the database keeps
	 * @param more the lines of differences that are left out and never became changes
	 */
	public AcceptedLines(AcceptedDifferences accepted, List<Change> all, List<Change> changes,
			Collection<KeptObject> kept, Collection<String> more) {
		this.accepted = accepted;
		if (!accepted.lines().isEmpty()) {
			Stream.of(all, changes).flatMap(AcceptedLines::of).forEach(this.there::add);
			kept.forEach((object) -> this.there.add(of(object)));
			this.there.addAll(more);
		}
	}

	private static Stream<String> of(List<Change> changes) {
		return new ProposedChanges(changes, List.of()).described().stream().map(Printable::line);
	}

	private static String of(KeptObject kept) {
		return Printable.line(kept.toString());
	}

	/**
	 * Returns a line for each difference and each kept object, as {@code check} shows
	 * them.
	 * @param differences the differences
	 * @param kept the objects that the database keeps
	 */
	public static List<String> of(ProposedChanges differences, Collection<KeptObject> kept) {
		return Stream.concat(of(differences.changes()), kept.stream().map(AcceptedLines::of)).toList();
	}

	/**
	 * Returns the changes without accepted ones of customizers.
	 * @param changes what customizers made of the changes
	 * @param proposed the changes before that
	 */
	public List<Change> without(List<Change> changes, List<Change> proposed) {
		if (this.accepted.lines().isEmpty()) {
			return changes;
		}
		Set<Change> known = new HashSet<>(proposed);
		return changes.stream()
			.filter((change) -> known.contains(change) || of(List.of(change)).noneMatch(this.accepted::has))
			.toList();
	}

	/**
	 * Returns the kept objects that are not accepted.
	 */
	public List<KeptObject> without(List<KeptObject> kept) {
		return kept.stream().filter((object) -> !this.accepted.has(of(object))).toList();
	}

	/**
	 * Returns the lines of the accepted differences by what became of them.
	 * @param changes the remaining changes
	 * @param leftOut what is left out
	 */
	public AcceptedDifferences result(List<Change> changes, LeftOut leftOut) {
		Set<String> left = new HashSet<>(of(changes).toList());
		return new AcceptedDifferences(this.accepted.file(),
				this.accepted.lines()
					.stream()
					.filter((line) -> this.there.contains(line) && !left.contains(line))
					.toList(),
				this.accepted.lines().stream().filter((line) -> !this.there.contains(line)).toList(), leftOut.needed());
	}

}
