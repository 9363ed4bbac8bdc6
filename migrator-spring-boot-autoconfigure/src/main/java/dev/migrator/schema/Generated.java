package dev.migrator.schema;

import dev.migrator.schema.Expression.SqlExpression;

/**
 * The computation of a generated column from other columns of its row.
 *
 * @param expression SQL that computes it
 * @param stored whether it is computed when the row is written; otherwise when it is
 * read, which needs PostgreSQL 18
 */
public record Generated(String expression, boolean stored) {

	public Generated {
		new SqlExpression(expression);
	}

}
