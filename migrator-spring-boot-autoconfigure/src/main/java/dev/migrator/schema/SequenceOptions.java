package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence counts. What is {@code null} is left to PostgreSQL.
 *
 * @param start the first number
 * @param increment the step, negative to count down
 * @param min the least number
 * @param max the greatest number
 * @param cache how many numbers a session takes at once
 * @param cycle whether it begins again behind its last number
 */
public record SequenceOptions(@Nullable Long start, @Nullable Long increment, @Nullable Long min, @Nullable Long max,
		@Nullable Long cache, @Nullable Boolean cycle) {

	/**
	 * All is left to PostgreSQL: 1, 2, 3, ...
	 */
	public static final SequenceOptions DEFAULT = new SequenceOptions(null, null, null, null, null, null);

	public SequenceOptions {
		if (increment != null && increment == 0) {
			throw new InvalidDefinitionException("A sequence with an increment of 0 does not count.",
					"Use a positive or a negative increment.");
		}
	}

}
