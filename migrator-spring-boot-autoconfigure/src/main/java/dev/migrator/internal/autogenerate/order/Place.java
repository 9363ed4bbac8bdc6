package dev.migrator.internal.autogenerate.order;

import java.util.Comparator;
import java.util.List;

import dev.migrator.internal.autogenerate.situation.Rank;

/**
 * The place of a step if it depends on nothing else.
 *
 * @param rank the rank of its operation, or of the table or column that it is part of
 * @param numbers its position within the rank, with the most important number first
 * @param name decides if the numbers are equal
 * @param number decides if the names are equal too
 */
record Place(Rank rank, List<Integer> numbers, String name, int number) implements Comparable<Place> {

	private static final Comparator<Place> ORDER = Comparator.comparing(Place::rank)
		.thenComparing(Place::numbers, Place::compare)
		.thenComparing(Place::name)
		.thenComparingInt(Place::number);

	private static int compare(List<Integer> some, List<Integer> others) {
		int common = Math.min(some.size(), others.size());
		for (int i = 0; i < common; i++) {
			int order = Integer.compare(some.get(i), others.get(i));
			if (order != 0) {
				return order;
			}
		}
		return Integer.compare(some.size(), others.size());
	}

	@Override
	public int compareTo(Place other) {
		return ORDER.compare(this, other);
	}

}
