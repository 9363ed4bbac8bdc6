package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * What stands for a value: the value itself, or SQL that computes it.
 */
public sealed interface Expression permits Literal, SqlExpression {

	/**
	 * A value, or SQL if it is an {@link Expression} already.
	 * @param value what {@link Literal} takes, or an expression
	 * @return the expression
	 */
	static Expression of(@Nullable Object value) {
		return (value instanceof Expression expression) ? expression : Literal.of(value);
	}

}
