package dev.migrator.schema;

import java.util.Objects;

import dev.migrator.schema.DataType.BuiltInType;
import org.jspecify.annotations.Nullable;

/**
 * The options of a sequence. {@code null} means the default of PostgreSQL.
 *
 * @param start the first number
 * @param increment the step, negative to count down
 * @param min the least number
 * @param max the greatest number
 * @param cache the count of numbers that a session reserves at once
 * @param cycle whether it starts again after its last number
 */
public record SequenceOptions(@Nullable Long start, @Nullable Long increment, @Nullable Long min, @Nullable Long max,
		@Nullable Long cache, @Nullable Boolean cycle) {

	/**
	 * The defaults of PostgreSQL: 1, 2, 3, ...
	 */
	public static final SequenceOptions DEFAULT = new SequenceOptions(null, null, null, null, null, null);

	public SequenceOptions {
		if (increment != null && increment == 0) {
			throw new InvalidDefinitionException("A sequence with an increment of 0 does not count.",
					"Use a positive or a negative increment.");
		}
	}

	/**
	 * Returns these options with all defaults filled in, so that two sequences can be
	 * compared.
	 * @param type the type of the numbers, or {@code null} for bigint
	 * @return the options, without a {@code null}
	 * @see <a href=
	 * "https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE
	 * SEQUENCE</a>
	 */
	public SequenceOptions inFull(@Nullable DataType type) {
		boolean down = isDown();
		long last = greatest(type);
		long least = or(this.min, down ? -last - 1 : 1);
		long most = or(this.max, down ? -1 : last);
		return new SequenceOptions(or(this.start, down ? most : least), or(this.increment, 1), least, most,
				or(this.cache, 1), Boolean.TRUE.equals(this.cycle));
	}

	/**
	 * Returns these options without those that are the defaults anyway.
	 * @param type the type of the numbers, or {@code null} for bigint
	 * @return the shortest options with the same meaning
	 */
	public SequenceOptions plain(@Nullable DataType type) {
		SequenceOptions bounds = unless(new SequenceOptions(null, this.increment, null, null, null, null).inFull(type));
		Long first = new SequenceOptions(null, this.increment, this.min, this.max, null, null).inFull(type).start();
		return new SequenceOptions(unless(this.start, first), unless(this.increment, 1L), bounds.min, bounds.max,
				unless(this.cache, 1L), Boolean.TRUE.equals(this.cycle) ? true : null);
	}

	/**
	 * Returns the options that differ from others.
	 * @param others the options to compare with
	 * @return the options that differ, {@code null} for the rest
	 */
	public SequenceOptions unless(SequenceOptions others) {
		return new SequenceOptions(unless(this.start, others.start), unless(this.increment, others.increment),
				unless(this.min, others.min), unless(this.max, others.max), unless(this.cache, others.cache),
				unless(this.cycle, others.cycle));
	}

	/**
	 * Returns these options with those that change as a consequence: the start of a
	 * sequence depends on its bounds, and the bounds depend on its direction.
	 * @param others the other options
	 * @param type the type of the numbers, or {@code null} for bigint
	 * @return the options, with the dependent ones filled in
	 */
	public SequenceOptions beside(SequenceOptions others, @Nullable DataType type) {
		SequenceOptions mine = inFull(type);
		SequenceOptions theirs = others.inFull(type);
		boolean turned = isDown() != others.isDown();
		return new SequenceOptions(Objects.equals(mine.start, theirs.start) ? this.start : mine.start, this.increment,
				turned ? mine.min : this.min, turned ? mine.max : this.max, this.cache, this.cycle);
	}

	/**
	 * Returns whether none of the numbers of others is possible here, so that the
	 * sequence must start again.
	 * @param others the old options, or {@code null} if they are unknown
	 * @return whether no number is possible for both
	 */
	public boolean isBeyond(@Nullable SequenceOptions others) {
		return others != null && (isLess(others.max, this.min) || isLess(this.max, others.min));
	}

	/**
	 * Returns whether each number of this one is possible for others too.
	 * @param others the other options
	 * @return whether its bounds are within the bounds of others
	 */
	public boolean isWithin(SequenceOptions others) {
		return !isLess(this.min, others.min) && !isLess(others.max, this.max);
	}

	/**
	 * Returns these options with bounds that fit the type of a column.
	 * @param type the type of the column
	 * @return the options, with narrower bounds if the type is narrower
	 */
	public SequenceOptions heldBy(DataType type) {
		long last = greatest(type);
		return new SequenceOptions(this.start, this.increment,
				(this.min != null) ? Math.max(this.min, -last - 1) : null,
				(this.max != null) ? Math.min(this.max, last) : null, this.cache, this.cycle);
	}

	private static boolean isLess(@Nullable Long one, @Nullable Long other) {
		return one != null && other != null && one < other;
	}

	/**
	 * Returns whether it counts down.
	 * @return whether its step is negative
	 */
	public boolean isDown() {
		return this.increment != null && this.increment < 0;
	}

	private static <T> @Nullable T unless(@Nullable T value, @Nullable T other) {
		return Objects.equals(value, other) ? null : value;
	}

	private static long or(@Nullable Long said, long otherwise) {
		return (said != null) ? said : otherwise;
	}

	private static long greatest(@Nullable DataType type) {
		BuiltIn number = (type instanceof BuiltInType builtIn) ? builtIn.type() : BuiltIn.BIGINT;
		return switch (number) {
			case SMALLINT -> Short.MAX_VALUE;
			case INTEGER -> Integer.MAX_VALUE;
			default -> Long.MAX_VALUE;
		};
	}

}
