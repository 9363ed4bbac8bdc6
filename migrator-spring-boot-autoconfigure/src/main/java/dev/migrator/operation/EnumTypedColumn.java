package dev.migrator.operation;

import java.util.List;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A column of an enum type.
 *
 * @param column the column
 * @param array whether it is an array of the enum
 * @param defaultValue its default, or {@code null} if it has none
 */
public record EnumTypedColumn(ColumnName column, boolean array, @Nullable Expression defaultValue) {

	/**
	 * Returns the call for this column in the lambda of its enum.
	 */
	String java(JavaCode java) {
		return java.callOn("", this.array ? "arrayColumn" : "column", java.text(this.column.table()),
				java.text(this.column.column()), (this.defaultValue != null) ? java.value(this.defaultValue) : "");
	}

	/**
	 * Checks the default. The column keeps it, so the enum must have this value before
	 * and after.
	 */
	void checkDefault(ObjectName type, List<String> values, String when) {
		if (!(this.defaultValue instanceof Literal literal)) {
			return;
		}
		List<?> said = (literal.value() instanceof List<?> elements) ? elements : List.of(literal);
		for (Object each : said) {
			if (each instanceof Literal value && value.value() instanceof String text && !values.contains(text)) {
				throw new InvalidDefinitionException(
						"The default %s of the column %s of %s is not a value of the enum %s, which has %s %s."
							.formatted(text, this.column.column(), this.column.table(), type, values, when),
						"Change the default first, with alterColumn, and give the new one here.");
			}
		}
	}

}
