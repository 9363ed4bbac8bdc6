package dev.migrator.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.migrator.operation.Rows;
import dev.migrator.schema.Expression;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Defines rows of a table.
 */
public final class RowsDefinition extends Definition {

	private final ObjectName table;

	private final List<String> columns;

	private final List<List<Expression>> rows = new ArrayList<>();

	private List<String> key = List.of();

	private boolean overridingIdentity;

	RowsDefinition(ObjectName table, List<String> columns) {
		this.table = table;
		this.columns = List.copyOf(columns);
	}

	/**
	 * Adds a row.
	 * @param values its values in the order of the columns: {@code null}, text, numbers,
	 * booleans, UUIDs, dates and times, bytes, collections; or an
	 * {@link dev.migrator.schema.Expression.SqlExpression}
	 * @return this
	 */
	public RowsDefinition row(@Nullable Object @Nullable ... values) {
		open();
		if (values == null) {
			// Java passes null for row(null), instead of an array.
			return row(new @Nullable Object[1]);
		}
		if (values.length != this.columns.size()) {
			throw new InvalidDefinitionException(
					"Row %s of %s has %s values for %s columns.".formatted(this.rows.size() + 1, this.table,
							values.length, this.columns.size()),
					"Give it a value for each of %s.".formatted(this.columns));
		}
		this.rows.add(Arrays.stream(values).map(Expression::of).toList());
		return this;
	}

	/**
	 * Returns names the columns that identify the rows, so that the reverse can delete
	 * them. It deletes rows with equal values. A row whose key has changed since then, or
	 * was rounded by the column, silently stays.
	 * @param columns the columns; they cannot have {@code float} or {@code double} values
	 * @return this
	 */
	public RowsDefinition key(String... columns) {
		open();
		this.key = List.of(columns);
		return this;
	}

	/**
	 * Inserts the given numbers into an identity column that is always generated. The
	 * sequence of the column does not advance, so it will reach these numbers later and
	 * fail.
	 * @return this
	 */
	public RowsDefinition overridingIdentity() {
		open();
		this.overridingIdentity = true;
		return this;
	}

	Rows build() {
		return new Rows(this.table, this.columns, this.rows, this.key, this.overridingIdentity);
	}

}
