package dev.migrator.internal.autogenerate.online;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Which objects and which names of relations something changes, and which have to stay as
 * they are for it.
 *
 * @param writes what it changes, in one direction or the other
 * @param reads what it needs
 */
record Access(Set<Object> writes, Set<Object> reads) {

	Stream<Object> all() {
		return Stream.concat(this.writes.stream(), this.reads.stream());
	}

}
