package dev.migrator.autogenerate;

import java.util.Optional;

import dev.migrator.dialect.AdvisedSql;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * What an application takes the numbers of a column from, where no default of the column
 * says it: a sequence, or a row of a table.
 *
 * @param from the sequence or the table
 * @param row the row of the table, or {@code null} for a sequence
 * @param step how many numbers it takes at once
 */
public record NumberSource(ObjectName from, @Nullable Row row, int step) {

	/**
	 * A row that holds the last number.
	 *
	 * @param key the column by which it is found
	 * @param value what that holds
	 * @param number the column of the number
	 */
	public record Row(String key, String value, String number) {
	}

	/**
	 * Lets it go on behind the numbers that rows have, where it is a row of a table.
	 * @param column the column that has them
	 * @return a statement, or empty for a sequence
	 */
	public Optional<String> goOn(ColumnName column) {
		return Optional.ofNullable(this.row)
			.map((it) -> AdvisedSql.count(this.from, it.key(), it.value(), it.number(), this.step, column));
	}

	/**
	 * Whether it is a sequence.
	 * @param sequence the name of a sequence
	 * @return whether it is that one
	 */
	public boolean isSequence(ObjectName sequence) {
		return this.row == null && this.from.equals(sequence);
	}

}
