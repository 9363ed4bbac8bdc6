package dev.migrator.internal.autogenerate.online;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Those that have had access to objects and names so far. Two may run in any order if
 * neither writes what the other one writes or reads.
 *
 * @param <T> what is known
 */
final class Accessed<T> {

	private final Map<Object, Set<T>> writers = new HashMap<>();

	private final Map<Object, Set<T>> readers = new HashMap<>();

	void add(Access access, T known) {
		access.writes().forEach((what) -> this.writers.computeIfAbsent(what, (key) -> new HashSet<>()).add(known));
		access.reads().forEach((what) -> this.readers.computeIfAbsent(what, (key) -> new HashSet<>()).add(known));
	}

	/**
	 * Of those that something with this access must not overtake.
	 */
	Stream<T> before(Access access) {
		return Stream.concat(access.all().flatMap((what) -> known(this.writers, what)),
				access.writes().stream().flatMap((what) -> known(this.readers, what)));
	}

	private static <T> Stream<T> known(Map<Object, Set<T>> by, Object what) {
		return by.getOrDefault(what, Set.of()).stream();
	}

}
