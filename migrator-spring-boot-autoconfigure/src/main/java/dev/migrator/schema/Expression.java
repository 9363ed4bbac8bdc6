package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * A value: the value itself, or SQL that computes it.
 */
public sealed interface Expression permits Literal, SqlExpression {

	/**
	 * Creates an expression from a value. An {@link Expression} stays as it is.
	 * @param value a value for {@link Literal#of}, or an expression
	 * @return the expression
	 */
	static Expression of(@Nullable Object value) {
		return (value instanceof Expression expression) ? expression : Literal.of(value);
	}

}
