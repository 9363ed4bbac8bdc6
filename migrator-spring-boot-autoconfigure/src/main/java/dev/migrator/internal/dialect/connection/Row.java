package dev.migrator.internal.dialect.connection;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One row of an answer, its columns in the text format of the server.
 *
 * @param columns the columns, in order; {@code null} where the value is
 */
public record Row(List<@Nullable String> columns) {

	/**
	 * The value of a column.
	 * @param column the index of the column, from 0
	 * @return the text, or {@code null}
	 */
	public @Nullable String text(int column) {
		return this.columns.get(column);
	}

	/**
	 * The value of a column that is never null.
	 * @param column the index of the column, from 0
	 * @return the text
	 */
	public String required(int column) {
		String value = text(column);
		if (value == null) {
			throw new IllegalStateException("Column " + column + " is null");
		}
		return value;
	}

}
