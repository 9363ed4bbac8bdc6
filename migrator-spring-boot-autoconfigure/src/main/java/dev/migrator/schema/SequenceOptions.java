package dev.migrator.schema;

import java.util.Objects;

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

	/**
	 * With nothing left to PostgreSQL, so that what two do can be compared.
	 * @param type the type of the numbers, or {@code null} for bigint
	 * @return what comes of it, without a {@code null}
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
	 * With all left to PostgreSQL that would come of it anyhow.
	 * @param type the type of the numbers, or {@code null} for bigint
	 * @return the same, said as briefly as it can be
	 */
	public SequenceOptions plain(@Nullable DataType type) {
		SequenceOptions bounds = unless(new SequenceOptions(null, this.increment, null, null, null, null).inFull(type));
		Long first = new SequenceOptions(null, this.increment, this.min, this.max, null, null).inFull(type).start();
		return new SequenceOptions(unless(this.start, first), unless(this.increment, 1L), bounds.min, bounds.max,
				unless(this.cache, 1L), Boolean.TRUE.equals(this.cycle) ? true : null);
	}

	/**
	 * What is so here and not in others.
	 * @param others what is left out where it is the same
	 * @return the options that differ, {@code null} for the rest
	 */
	public SequenceOptions unless(SequenceOptions others) {
		return new SequenceOptions(unless(this.start, others.start), unless(this.increment, others.increment),
				unless(this.min, others.min), unless(this.max, others.max), unless(this.cache, others.cache),
				unless(this.cycle, others.cycle));
	}

	/**
	 * With what others have otherwise because of something else: where a sequence begins
	 * follows from its bounds, and those from its direction.
	 * @param others how it counts otherwise
	 * @param type the type of the numbers, or {@code null} for bigint
	 * @return the same, with more of it said
	 */
	public SequenceOptions beside(SequenceOptions others, @Nullable DataType type) {
		SequenceOptions mine = inFull(type);
		SequenceOptions theirs = others.inFull(type);
		boolean turned = isDown() != others.isDown();
		return new SequenceOptions(Objects.equals(mine.start, theirs.start) ? this.start : mine.start, this.increment,
				turned ? mine.min : this.min, turned ? mine.max : this.max, this.cache, this.cycle);
	}

	/**
	 * Whether no number of others is among those of this one, so that it has to begin
	 * again.
	 * @param others how it counted, or {@code null} if that is not known
	 * @return whether what is said of both leaves none
	 */
	public boolean isBeyond(@Nullable SequenceOptions others) {
		return others != null && (isLess(others.max, this.min) || isLess(this.max, others.min));
	}

	/**
	 * Whether each number that it may give is one of others too.
	 * @param others how those count
	 * @return whether what is said of both bounds it so
	 */
	public boolean isWithin(SequenceOptions others) {
		return !isLess(this.min, others.min) && !isLess(others.max, this.max);
	}

	/**
	 * With no bounds but such as a column can hold.
	 * @param type the type of the column
	 * @return the same, with narrower bounds where the type is narrower
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
	 * Whether it counts down.
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
