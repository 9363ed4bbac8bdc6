package dev.migrator.internal.autogenerate.online;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The objects and the names of relations that a change writes and reads.
 *
 * @param writes those that it changes, in either direction
 * @param reads those that it needs unchanged
 */
record Access(Set<Object> writes, Set<Object> reads) {

	Stream<Object> all() {
		return Stream.concat(this.writes.stream(), this.reads.stream());
	}

}
