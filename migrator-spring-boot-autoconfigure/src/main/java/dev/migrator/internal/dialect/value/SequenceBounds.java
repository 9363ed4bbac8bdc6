package dev.migrator.internal.dialect.value;

import java.util.Objects;
import java.util.Optional;

import dev.migrator.internal.dialect.ddl.SequenceSql;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Moves a sequence into its new bounds. PostgreSQL does not do this by itself: it refuses
 * bounds if the position is outside of them, even if the position is the next number,
 * which was not given yet.
 */
public final class SequenceBounds {

	/** The sequence as an argument of functions. */
	private final String sequence;

	/** The sequence as a relation, or {@code null} if only the server knows its name. */
	private final @Nullable String relation;

	private final SequenceOptions from;

	private final SequenceOptions to;

	private final long min;

	private final long max;

	private final boolean raised;

	private final boolean lowered;

	private SequenceBounds(String sequence, @Nullable String relation, SequenceOptions from, SequenceOptions to,
			@Nullable DataType type) {
		this.sequence = sequence;
		this.relation = relation;
		this.from = from;
		this.to = to;
		SequenceOptions usual = new SequenceOptions(null, to.increment(), null, null, null, null).inFull(type);
		this.min = number(to.min());
		this.max = number(to.max());
		this.raised = this.min > number(from.min()) && this.min != number(usual.min());
		this.lowered = this.max < number(from.max()) && this.max != number(usual.max());
	}

	/**
	 * Creates the bounds of a sequence.
	 * @param sequence its name
	 * @param from its current options, with all values
	 * @param to its new options, which share some numbers with the current ones
	 * @param type the new type of the numbers, whose own bounds do not matter
	 * @return the bounds
	 */
	public static SequenceBounds of(ObjectName sequence, SequenceOptions from, SequenceOptions to,
			@Nullable DataType type) {
		String name = NameSql.of(sequence);
		return new SequenceBounds(SqlText.literal(name), name, from, to, type);
	}

	/**
	 * Creates the bounds of the identity of a column.
	 * @param column the column
	 * @param from its current options, with all values
	 * @param to its new options, which share some numbers with the current ones
	 * @param type the new type of the numbers, whose own bounds do not matter
	 * @return the bounds
	 */
	public static SequenceBounds of(ColumnName column, SequenceOptions from, SequenceOptions to,
			@Nullable DataType type) {
		return new SequenceBounds(SequenceSql.ofIdentity(column), null, from, to, type);
	}

	/**
	 * Moves a sequence that has passed its bounds to their end.
	 * @return a statement, or empty if it cannot have passed them
	 */
	public Optional<String> end() {
		if (!isNarrowerAhead()) {
			return Optional.empty();
		}
		long last = isDown() ? this.min : this.max;
		String unused = isStartAhead() ? " AND (is_called OR last_value <> %s)".formatted(number(this.from.start()))
				: "";
		return Optional.of((this.relation != null)
				? "SELECT setval(%s, %s) FROM %s WHERE %s%s;".formatted(this.sequence, last, this.relation,
						ahead("last_value"), unused)
				: "SELECT setval(%s, %s) WHERE %s;".formatted(this.sequence, last, ahead(last())));
	}

	/**
	 * Moves a sequence to the first number: if it has not reached its bounds yet, or if
	 * it has given no number and would begin after them.
	 * @return a statement, or empty if neither is possible
	 */
	public Optional<String> begin() {
		boolean behind = isNarrowerBehind();
		if (this.relation != null) {
			String where = behind ? behind("last_value") + (isStartAhead() ? " OR " + ahead("last_value") : "")
					: ahead("last_value");
			return (behind || isStartAhead()) ? Optional.of("SELECT setval(%s, %s, false) FROM %s WHERE %s;"
				.formatted(this.sequence, first(), this.relation, where)) : Optional.empty();
		}
		return behind
				? Optional
					.of("SELECT setval(%s, %s, false) WHERE %s;".formatted(this.sequence, first(), behind(last())))
				: Optional.empty();
	}

	/**
	 * Moves an identity into its bounds that has given no number since it was created or
	 * restarted. Only its next number shows its position.
	 * @return a statement, or empty if it is within them anyway
	 */
	public Optional<String> restarted() {
		if (this.relation != null || !(isNarrowerAhead() || isNarrowerBehind() || isStartAhead())) {
			return Optional.empty();
		}
		String ended = ahead("n") + (isStartAhead() ? " AND n <> " + number(this.from.start()) : "");
		String cases = (isNarrowerAhead() ? " WHEN %s THEN %s".formatted(ended, isDown() ? this.min : this.max) : "")
				+ (isStartAhead() ? " WHEN %s THEN %s".formatted(ahead("n"), first()) : "")
				+ (isNarrowerBehind() ? " WHEN %s THEN %s".formatted(behind("n"), first()) : "");
		return Optional
			.of("SELECT setval(%s, CASE%s ELSE n END, %s) FROM (SELECT nextval(%s) AS n WHERE %s IS NULL) AS restarted;"
				.formatted(this.sequence, cases, isNarrowerAhead() ? ended : "false", this.sequence, last()));
	}

	/**
	 * Moves a sequence that had passed these bounds after the rows, when it has the old
	 * bounds again.
	 * @param column a column with its numbers
	 * @return a statement, or empty if it cannot have passed them
	 */
	public Optional<String> behindRows(ColumnName column) {
		if (!isNarrowerAhead() || Boolean.TRUE.equals(this.from.cycle())) {
			return Optional.empty();
		}
		String number = (isDown() ? "min(%s)" : "max(%s)").formatted(NameSql.of(column.column()));
		return Optional.of("SELECT setval(%s, %s(%s, %s)) FROM %s HAVING %s;".formatted(this.sequence,
				isDown() ? "GREATEST" : "LEAST", number, isDown() ? this.from.min() : this.from.max(),
				NameSql.of(column.table()), ahead(number)));
	}

	/**
	 * Returns whether the sequence may have passed the bounds.
	 */
	private boolean isNarrowerAhead() {
		return isDown() ? this.raised : this.lowered;
	}

	/**
	 * Returns whether the sequence may not have reached the bounds yet.
	 */
	private boolean isNarrowerBehind() {
		return isDown() ? this.lowered : this.raised;
	}

	private boolean isStartAhead() {
		long start = number(this.from.start());
		return isDown() ? start < this.min : start > this.max;
	}

	private String ahead(String position) {
		return isDown() ? position + " < " + this.min : position + " > " + this.max;
	}

	private String behind(String position) {
		return isDown() ? position + " > " + this.max : position + " < " + this.min;
	}

	private String last() {
		return "pg_sequence_last_value(%s)".formatted(this.sequence);
	}

	private boolean isDown() {
		return this.to.isDown();
	}

	/**
	 * Returns a number within both bounds at which to begin.
	 */
	private long first() {
		long start = number(this.to.start());
		if (start >= number(this.from.min()) && start <= number(this.from.max())) {
			return start;
		}
		return isDown() ? Math.min(this.max, number(this.from.max())) : Math.max(this.min, number(this.from.min()));
	}

	private static long number(@Nullable Long said) {
		return Objects.requireNonNull(said);
	}

}
