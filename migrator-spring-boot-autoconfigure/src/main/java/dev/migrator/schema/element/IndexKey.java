package dev.migrator.schema.element;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * What an index is over: a column or an expression.
 *
 * @param column the column, or {@code null} if it is an expression
 * @param expression the expression in SQL, or {@code null} if it is a column
 * @param collation the collation, or {@code null} for that of the column
 * @param operatorClass the operator class, or {@code null} for the default
 * @param parameters those of the operator class: {@code siglen}
 * @param order the order, or {@code null} if nothing is said
 * @param nulls where NULLs are, or {@code null} if nothing is said
 */
@SuppressWarnings("InvalidParam") // null is the value here, not a slip of nulls
public record IndexKey(@Nullable String column, @Nullable String expression, @Nullable ObjectName collation,
		@Nullable ObjectName operatorClass, Map<String, String> parameters, @Nullable Order order,
		@Nullable Nulls nulls) {

	public IndexKey {
		if ((column == null) == (expression == null)) {
			throw new InvalidDefinitionException("An index is over a column or over an expression.",
					"Say one of them.");
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
			throw new InvalidDefinitionException("Nothing says which operator class the parameters are of.",
					"Name the operator class, also where it is the default.");
		}
	}

	/**
	 * One whose operator class has no parameters.
	 * @param column the column, or {@code null} if it is an expression
	 * @param expression the expression in SQL, or {@code null} if it is a column
	 * @param collation the collation, or {@code null} for that of the column
	 * @param operatorClass the operator class, or {@code null} for the default
	 * @param order the order, or {@code null} if nothing is said
	 * @param nulls where NULLs are, or {@code null} if nothing is said
	 */
	public IndexKey(@Nullable String column, @Nullable String expression, @Nullable ObjectName collation,
			@Nullable ObjectName operatorClass, @Nullable Order order, @Nullable Nulls nulls) {
		this(column, expression, collation, operatorClass, Map.of(), order, nulls);
	}

	/**
	 * A column, in its default order.
	 * @param name its name
	 * @return the key
	 */
	public static IndexKey column(String name) {
		return new IndexKey(name, null, null, null, null, null);
	}

	/**
	 * An expression, in its default order.
	 * @param sql the expression: {@code lower(email)}
	 * @return the key
	 */
	public static IndexKey expression(String sql) {
		return new IndexKey(null, sql, null, null, null, null);
	}

	/**
	 * The same, where something that it names is called otherwise.
	 * @param table the name that its table has
	 * @param renaming what is called otherwise
	 * @return the key
	 */
	IndexKey renamed(ObjectName table, Renaming renaming) {
		return new IndexKey((this.column != null) ? renaming.column(table, this.column) : null,
				renaming.optional(table, this.expression), this.collation, this.operatorClass, this.parameters,
				this.order, this.nulls);
	}

	/**
	 * What all have in common that do the same.
	 * @return the key, without what is so anyhow
	 */
	IndexKey shape() {
		boolean down = this.order == Order.DESC;
		Nulls usual = down ? Nulls.FIRST : Nulls.LAST;
		return new IndexKey(this.column, this.expression, this.collation, this.operatorClass, this.parameters,
				down ? Order.DESC : null, (this.nulls == usual) ? null : this.nulls);
	}

	/**
	 * The order of an index.
	 */
	public enum Order {

		/** Upwards. */
		ASC,

		/** Downwards. */
		DESC

	}

	/**
	 * Where an index has its NULLs.
	 */
	public enum Nulls {

		/** Before all values. */
		FIRST,

		/** Behind all values. */
		LAST

	}

}
