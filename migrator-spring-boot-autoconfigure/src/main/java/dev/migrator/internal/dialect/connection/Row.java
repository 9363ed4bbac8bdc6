package dev.migrator.internal.dialect.connection;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One row of an answer, with its columns in the text format of the server.
 *
 * @param columns the columns, in order; {@code null} where the value is null
 */
public record Row(List<@Nullable String> columns) {

	/**
	 * Returns the value of a column.
	 * @param column the index of the column, from 0
	 * @return the text, or {@code null}
	 */
	public @Nullable String text(int column) {
		return this.columns.get(column);
	}

	/**
	 * Returns the value of a column that is never null.
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
