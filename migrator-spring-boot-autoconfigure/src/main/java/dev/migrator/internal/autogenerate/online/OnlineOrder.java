package dev.migrator.internal.autogenerate.online;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;

/**
 * Sorts online changes over both revisions. Each part has a place by rank, but is not
 * earlier than the parts that it must not overtake. So it moves to the second revision
 * together with them.
 */
final class OnlineOrder {

	private final Accessed<OnlineRank> later = new Accessed<>();

	private final List<OnlinePart> parts = new ArrayList<>();

	/**
	 * Adds the next of the sorted changes.
	 * @return its parts with their new ranks
	 */
	List<OnlinePart> add(OnlineAlternative alternative) {
		boolean waits = alternative.parts()
			.stream()
			.anyMatch((part) -> part.isInTransaction() && !placed(part).isInTransaction());
		List<OnlinePart> placed = new ArrayList<>();
		for (OnlinePart part : waits ? alternative.later() : alternative.parts()) {
			OnlinePart next = placed(part);
			placed.add(next);
			if (!next.isInTransaction()) {
				this.later.add(next.access(), next.rank());
			}
		}
		this.parts.addAll(placed);
		return placed;
	}

	private OnlinePart placed(OnlinePart part) {
		return part.notBefore(
				this.later.before(part.access()).max(Comparator.naturalOrder()).orElse(OnlineRank.IN_TRANSACTION));
	}

	OnlineChanges changes() {
		return new OnlineChanges(changes(this.parts.stream().filter(OnlinePart::isInTransaction)),
				changes(this.parts.stream()
					.filter((part) -> !part.isInTransaction())
					.sorted(Comparator.comparing(OnlinePart::rank))));
	}

	private static List<Change> changes(Stream<OnlinePart> parts) {
		return parts.map(OnlinePart::change).toList();
	}

}
