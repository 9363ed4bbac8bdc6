package dev.migrator.schema;

/**
 * How PostgreSQL computes a column from others of its row.
 *
 * @param expression SQL that computes it
 * @param stored whether it is computed when the row is written; otherwise when it is
 * read, which PostgreSQL can since 18
 */
public record Generated(String expression, boolean stored) {

	public Generated {
		new SqlExpression(expression);
	}

}
