package dev.migrator.dialect;

import java.util.Objects;

import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.SqlSource;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.BuiltInType;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * What changes in a sequence and no directive says: its owner and its type.
 *
 * @param sequence the sequence
 * @see <a href="https://www.postgresql.org/docs/current/sql-altersequence.html">ALTER
 * SEQUENCE</a>
 */
public record SequenceChange(ObjectName sequence) {

	/**
	 * Gives the sequence to a column, with which it is dropped then.
	 * @param from the column that it belongs to, or {@code null} if it stands alone
	 * @param to the column that it is to belong to, or {@code null}
	 * @return the SQL with what undoes it
	 */
	public ExecuteSql owner(@Nullable ColumnName from, @Nullable ColumnName to) {
		return sql(owner(to), owner(from));
	}

	/**
	 * Gives the sequence another type of number.
	 * @param from the type it has
	 * @param to the type it is to have
	 * @return the SQL with what undoes it
	 */
	public ExecuteSql type(DataType from, DataType to) {
		return sql(as(to), as(from));
	}

	/**
	 * How a sequence counts, with nothing left to PostgreSQL, so that two can be
	 * compared.
	 * @param options what is said
	 * @param type the type of its numbers, or {@code null} for bigint
	 * @return what comes of it, without a {@code null}
	 */
	public static SequenceOptions effective(SequenceOptions options, @Nullable DataType type) {
		boolean down = options.increment() != null && options.increment() < 0;
		long greatest = greatest(type);
		long min = or(options.min(), down ? -greatest - 1 : 1);
		long max = or(options.max(), down ? -1 : greatest);
		return new SequenceOptions(or(options.start(), down ? max : min), or(options.increment(), 1), min, max,
				or(options.cache(), 1), Boolean.TRUE.equals(options.cycle()));
	}

	private static long or(@Nullable Long said, long otherwise) {
		return (said != null) ? said : otherwise;
	}

	/**
	 * What of the first is not so in the second.
	 * @param options how a sequence counts, {@linkplain #effective in full}
	 * @param others how it counts otherwise, in full
	 * @return the options that differ, {@code null} for the others
	 */
	public static SequenceOptions different(SequenceOptions options, SequenceOptions others) {
		return new SequenceOptions(unless(options.start(), others.start()),
				unless(options.increment(), others.increment()), unless(options.min(), others.min()),
				unless(options.max(), others.max()), unless(options.cache(), others.cache()),
				unless(options.cycle(), others.cycle()));
	}

	private static <T> @Nullable T unless(@Nullable T value, @Nullable T other) {
		return Objects.equals(value, other) ? null : value;
	}

	/**
	 * The type of the numbers of a sequence.
	 * @param type what is said
	 * @return the type, bigint if nothing is said
	 */
	public static DataType typeOf(@Nullable DataType type) {
		return (type != null) ? type : Types.bigint();
	}

	private static long greatest(@Nullable DataType type) {
		BuiltIn number = (type instanceof BuiltInType builtIn) ? builtIn.type() : BuiltIn.BIGINT;
		return switch (number) {
			case SMALLINT -> Short.MAX_VALUE;
			case INTEGER -> Integer.MAX_VALUE;
			default -> Long.MAX_VALUE;
		};
	}

	private String owner(@Nullable ColumnName owner) {
		return alter() + "OWNED BY "
				+ ((owner != null) ? NameSql.of(owner.table()) + "." + NameSql.of(owner.column()) : "NONE");
	}

	private String as(DataType type) {
		return alter() + "AS " + TypeSql.of(type);
	}

	private String alter() {
		return "ALTER SEQUENCE " + NameSql.of(this.sequence) + " ";
	}

	private static ExecuteSql sql(String sql, String undo) {
		return new ExecuteSql(SqlSource.of(sql), SqlSource.of(undo));
	}

}
