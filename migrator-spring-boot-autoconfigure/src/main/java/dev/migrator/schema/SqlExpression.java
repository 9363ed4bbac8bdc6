package dev.migrator.schema;

/**
 * SQL that computes a value, as its author wrote it.
 *
 * @param sql the SQL: {@code now()}
 */
public record SqlExpression(String sql) implements Expression {

	public SqlExpression {
		if (sql.isBlank()) {
			throw new InvalidDefinitionException("An expression is empty.", "Write it as in SQL: now().");
		}
	}

	/**
	 * Returns whether it takes numbers from a sequence.
	 * @return whether it is a call of {@code nextval}, as PostgreSQL prints that
	 */
	public boolean takesNumbers() {
		return this.sql.startsWith("nextval(");
	}

	/**
	 * Creates SQL that computes a value, for use where a value is expected.
	 * @param sql the SQL
	 * @return the expression
	 */
	public static SqlExpression sql(String sql) {
		return new SqlExpression(sql);
	}

}
