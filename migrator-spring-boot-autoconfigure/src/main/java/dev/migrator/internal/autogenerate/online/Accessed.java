package dev.migrator.internal.autogenerate.online;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Records what has accessed objects and names so far. Two accesses can be in any order if
 * neither writes what the other writes or reads.
 *
 * @param <T> the recorded value of an access
 */
final class Accessed<T> {

	private final Map<Object, Set<T>> writers = new HashMap<>();

	private final Map<Object, Set<T>> readers = new HashMap<>();

	void add(Access access, T known) {
		access.writes().forEach((what) -> this.writers.computeIfAbsent(what, (key) -> new HashSet<>()).add(known));
		access.reads().forEach((what) -> this.readers.computeIfAbsent(what, (key) -> new HashSet<>()).add(known));
	}

	/**
	 * Returns the recorded values of all accesses that this one must not overtake.
	 */
	Stream<T> before(Access access) {
		return Stream.concat(access.all().flatMap((what) -> known(this.writers, what)),
				access.writes().stream().flatMap((what) -> known(this.readers, what)));
	}

	private static <T> Stream<T> known(Map<Object, Set<T>> by, Object what) {
		return by.getOrDefault(what, Set.of()).stream();
	}

}
