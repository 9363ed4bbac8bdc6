package dev.migrator.internal.autogenerate.online;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.operation.DropIndex;
import dev.migrator.schema.ObjectName;

/**
 * Finds the indexes that may stay until what takes their place is built: those that
 * nothing that can only run in the first revision needs to be gone.
 */
final class PostponedDrops {

	private PostponedDrops() {
	}

	/**
	 * Looks for them.
	 * @param changes the changes in an order in which they run
	 * @param alternatives how each is made online as long as no index stays
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
