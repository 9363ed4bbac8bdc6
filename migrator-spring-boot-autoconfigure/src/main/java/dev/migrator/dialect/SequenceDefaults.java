package dev.migrator.dialect;

import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.BuiltInType;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL takes where nothing is said of a sequence. What says the same is left
 * out, so that two sequences that count alike are equal.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE
 * SEQUENCE</a>
 */
final class SequenceDefaults {

	private SequenceDefaults() {
	}

	static Sequence without(Sequence sequence) {
		DataType type = sequence.type();
		BuiltIn builtIn = (type instanceof BuiltInType named) ? named.type() : BuiltIn.BIGINT;
		return new Sequence(sequence.name(), (builtIn == BuiltIn.BIGINT) ? null : type,
				without(sequence.options(), builtIn), sequence.ownedBy());
	}

	static SequenceOptions without(SequenceOptions options, BuiltIn type) {
		boolean down = options.increment() != null && options.increment() < 0;
		long least = down ? least(type) : 1;
		long greatest = down ? -1 : greatest(type);
		Long min = unless(least, options.min());
		Long max = unless(greatest, options.max());
		long first = down ? or(max, greatest) : or(min, least);
		return new SequenceOptions(unless(first, options.start()), unless(1, options.increment()), min, max,
				unless(1, options.cache()), Boolean.TRUE.equals(options.cycle()) ? true : null);
	}

	private static long least(BuiltIn type) {
		return -greatest(type) - 1;
	}

	private static long greatest(BuiltIn type) {
		return switch (type) {
			case SMALLINT -> Short.MAX_VALUE;
			case INTEGER -> Integer.MAX_VALUE;
			default -> Long.MAX_VALUE;
		};
	}

	private static long or(@Nullable Long value, long otherwise) {
		return (value != null) ? value : otherwise;
	}

	private static @Nullable Long unless(long same, @Nullable Long value) {
		return (value == null || value == same) ? null : value;
	}

}
