package dev.migrator.internal.autogenerate.online;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.operation.IndexDirective.DropIndex;
import dev.migrator.schema.ObjectName;

/**
 * Finds the indexes that may stay until their replacements are built: no change that can
 * only run in the first revision requires that they are dropped.
 */
final class PostponedDrops {

	private PostponedDrops() {
	}

	/**
	 * Finds the indexes.
	 * @param changes the changes in an order in which they can run
	 * @param alternatives their online forms if no index stays
	 * @return the names of the indexes
	 */
	static Set<ObjectName> of(List<Change> changes, OnlineAlternatives alternatives) {
		OnlineOrder order = new OnlineOrder();
		Accessed<ObjectName> dropped = new Accessed<>();
		Set<ObjectName> postponed = new HashSet<>();
		for (Change change : changes) {
			List<OnlinePart> parts = order.add(alternatives.of(change));
			if (change.operation() instanceof DropIndex drop && alternatives.isPostponable(drop)) {
				postponed.add(drop.name());
				if (parts.stream().allMatch(OnlinePart::isInTransaction)) {
					parts.forEach((part) -> dropped.add(part.access(), drop.name()));
				}
			}
			else if (parts.stream().allMatch(OnlinePart::isInTransaction)) {
				parts.stream().flatMap((part) -> dropped.before(part.access())).toList().forEach(postponed::remove);
			}
		}
		return postponed;
	}

}
