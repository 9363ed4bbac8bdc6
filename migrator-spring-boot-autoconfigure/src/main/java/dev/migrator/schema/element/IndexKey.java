package dev.migrator.schema.element;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A column or an expression of an index.
 *
 * @param column the column, or {@code null} if it is an expression
 * @param expression the expression in SQL, or {@code null} if it is a column
 * @param collation the collation, or {@code null} for the collation of the column
 * @param operatorClass the operator class, or {@code null} for the default
 * @param parameters those of the operator class: {@code siglen}
 * @param order the order, or {@code null} if not given
 * @param nulls the place of NULLs, or {@code null} if not given
 */
@SuppressWarnings("InvalidParam") // null is the value here, not a slip of nulls
public record IndexKey(@Nullable String column, @Nullable String expression, @Nullable ObjectName collation,
		@Nullable ObjectName operatorClass, Map<String, String> parameters, @Nullable Order order,
		@Nullable Nulls nulls) {

	public IndexKey {
		if ((column == null) == (expression == null)) {
			throw new InvalidDefinitionException("An element of an index is either a column or an expression.",
					"Give one of them.");
		}
		if (column != null) {
			NameRule.check("column", column);
		}
		if (expression != null) {
			new SqlExpression(expression);
		}
		parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
		parameters.keySet().forEach((parameter) -> NameRule.check("parameter", parameter));
		if (operatorClass == null && !parameters.isEmpty()) {
			throw new InvalidDefinitionException("The operator class of the parameters is missing.",
					"Give the operator class, even if it is the default.");
		}
	}

	/**
	 * Creates a key without parameters of its operator class.
	 * @param column the column, or {@code null} if it is an expression
	 * @param expression the expression in SQL, or {@code null} if it is a column
	 * @param collation the collation, or {@code null} for the collation of the column
	 * @param operatorClass the operator class, or {@code null} for the default
	 * @param order the order, or {@code null} if not given
	 * @param nulls the place of NULLs, or {@code null} if not given
	 */
	public IndexKey(@Nullable String column, @Nullable String expression, @Nullable ObjectName collation,
			@Nullable ObjectName operatorClass, @Nullable Order order, @Nullable Nulls nulls) {
		this(column, expression, collation, operatorClass, Map.of(), order, nulls);
	}

	/**
	 * Creates a key of a column, in the default order.
	 * @param name its name
	 * @return the key
	 */
	public static IndexKey column(String name) {
		return new IndexKey(name, null, null, null, null, null);
	}

	/**
	 * Creates a key of an expression, in the default order.
	 * @param sql the expression: {@code lower(email)}
	 * @return the key
	 */
	public static IndexKey expression(String sql) {
		return new IndexKey(null, sql, null, null, null, null);
	}

	/**
	 * Returns a copy with the new names of the objects that it names.
	 * @param table the present name of its table
	 * @param renaming the new names
	 * @return the key
	 */
	IndexKey renamed(ObjectName table, Renaming renaming) {
		return new IndexKey((this.column != null) ? renaming.column(table, this.column) : null,
				renaming.optional(table, this.expression), this.collation, this.operatorClass, this.parameters,
				this.order, this.nulls);
	}

	/**
	 * Returns the structural key, which is equal for keys with the same effect.
	 * @return the key, without defaults
	 */
	IndexKey structuralKey() {
		boolean down = this.order == Order.DESC;
		Nulls usual = down ? Nulls.FIRST : Nulls.LAST;
		return new IndexKey(this.column, this.expression, this.collation, this.operatorClass, this.parameters,
				down ? Order.DESC : null, (this.nulls == usual) ? null : this.nulls);
	}

	/**
	 * The order of an index.
	 */
	public enum Order {

		/** Ascending. */
		ASC,

		/** Descending. */
		DESC

	}

	/**
	 * The place of NULLs in an index.
	 */
	public enum Nulls {

		/** Before all values. */
		FIRST,

		/** After all values. */
		LAST

	}

}
