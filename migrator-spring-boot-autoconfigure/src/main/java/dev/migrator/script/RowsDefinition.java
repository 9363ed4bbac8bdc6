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
 * Rows of a table.
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
	 * {@link dev.migrator.schema.SqlExpression}
	 * @return this
	 */
	public RowsDefinition row(@Nullable Object @Nullable ... values) {
		open();
		if (values == null) {
			// Java takes row(null) for no array at all
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
	 * Says which columns tell the rows from others, so that the reverse can delete them.
	 * It deletes what equals these values: a row whose key was changed since, or which
	 * the column rounded, stays, and nothing is said of it.
	 * @param columns the columns; a {@code float} or a {@code double} is refused there
	 * @return this
	 */
	public RowsDefinition key(String... columns) {
		open();
		this.key = List.of(columns);
		return this;
	}

	/**
	 * Takes the numbers of the rows for an identity column that refuses them otherwise.
	 * The column counts on where it was: numbers that it reaches later are taken then.
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
