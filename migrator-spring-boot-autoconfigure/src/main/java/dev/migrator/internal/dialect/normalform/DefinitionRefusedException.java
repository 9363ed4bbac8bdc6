package dev.migrator.internal.dialect.normalform;

import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.text.ForeignTypes;
import dev.migrator.problem.MigratorException;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;

/**
 * Thrown when PostgreSQL refuses a table or a domain of the model: a default with another
 * type than its column, a check on a missing column.
 */
public class DefinitionRefusedException extends MigratorException {

	private final ObjectName name;

	private final String part;

	private DefinitionRefusedException(String kind, ObjectName name, String part, String why, String action,
			Throwable cause) {
		super("PostgreSQL refuses %s of the wanted %s %s:\n\n%s"
			.formatted(part.isEmpty() ? "the definition" : "the " + part, kind, name, why), action, cause);
		this.name = name;
		this.part = part;
	}

	private DefinitionRefusedException(DefinitionRefusedException other, String action) {
		super(other.description(), action, other.getCause());
		this.name = other.name;
		this.part = other.part;
	}

	/**
	 * Returns the same exception with the origin of the column.
	 * @param attribute an attribute of an entity: {@code com.acme.User.born}
	 * @return the exception with the attribute
	 */
	public DefinitionRefusedException of(String attribute) {
		return new DefinitionRefusedException(this,
				"The column is for the attribute %s. %s".formatted(attribute, action()));
	}

	static DefinitionRefusedException ofDomain(ObjectName domain, String sql, SqlFailure cause) {
		return of("domain", domain, "", sql, cause);
	}

	static DefinitionRefusedException of(ObjectName table, String part, String sql, SqlFailure cause) {
		return of("table", table, part, sql, cause);
	}

	private static DefinitionRefusedException of(String kind, ObjectName name, String part, String sql,
			SqlFailure cause) {
		String shown = sql.isEmpty() ? "" : Secrets.maskStatement(sql).strip().indent(4) + "\n";
		return new DefinitionRefusedException(kind, name, part, shown + cause.error().describe(sql), cause.error()
			.forbidden()
					? "Wanted tables are compared by creating them as temporary tables: grant the migrator's role the rights that "
							+ "it lacks; GRANT TEMPORARY ON DATABASE ... if it cannot create temporary tables."
					: "Correct the definition of the %s, in the entity or in the SQL. %s".formatted(kind,
							ForeignTypes.instead(cause.error())
								.orElse("Types, functions and extensions that it uses must exist in the database; for "
										+ "enum types it is enough that they are in the model.")),
				cause.error().shownCause(sql, cause));
	}

	static DefinitionRefusedException of(ObjectName table, String part, InvalidDefinitionException cause) {
		return new DefinitionRefusedException("table", table, part, cause.description().indent(2).stripTrailing(),
				cause.action(), cause);
	}

	/**
	 * Returns whether the definition of a column was refused.
	 * @param column the column
	 * @return whether it was
	 */
	public boolean isOf(ColumnName column) {
		return column.table().equals(this.name) && this.part.equals("column \"%s\"".formatted(column.column()));
	}

	/**
	 * Returns the refused table or domain.
	 * @return its name
	 */
	public ObjectName name() {
		return this.name;
	}

	/**
	 * Returns the refused part.
	 * @return {@code column "age"}, {@code constraint "age_check"}, {@code index "ix"},
	 * or an empty text for the whole definition
	 */
	public String part() {
		return this.part;
	}

}
