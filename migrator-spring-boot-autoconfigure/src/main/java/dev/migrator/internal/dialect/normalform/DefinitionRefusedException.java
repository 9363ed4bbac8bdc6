package dev.migrator.internal.dialect.normalform;

import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.text.ForeignTypes;
import dev.migrator.problem.MigratorException;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;

/**
 * Thrown when PostgreSQL does not take a table or a domain that is wanted: a default of
 * another type than its column, a check on a column that there is not.
 */
public class DefinitionRefusedException extends MigratorException {

	private final ObjectName name;

	private final String part;

	private DefinitionRefusedException(String kind, ObjectName name, String part, String why, String action,
			Throwable cause) {
		super("PostgreSQL does not take %s of the wanted %s %s:\n\n%s"
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
	 * The same, where it is known what the column comes from.
	 * @param attribute an attribute of an entity: {@code com.acme.User.born}
	 * @return an exception that says so
	 */
	public DefinitionRefusedException of(String attribute) {
		return new DefinitionRefusedException(this, "The column is that of %s. %s".formatted(attribute, action()));
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
					? "Wanted tables are compared by creating them as temporary ones: give the migrator's role what "
							+ "it lacks; GRANT TEMPORARY ON DATABASE ... if it may not create any."
					: "Correct it where the %s is described: in the entity or in the SQL. %s".formatted(kind,
							ForeignTypes.instead(cause.error())
								.orElse("Types, functions and extensions that it uses have to be in the database; of "
										+ "enum types it is enough that the model has them.")),
				cause.error().shownCause(sql, cause));
	}

	static DefinitionRefusedException of(ObjectName table, String part, InvalidDefinitionException cause) {
		return new DefinitionRefusedException("table", table, part, cause.description().indent(2).stripTrailing(),
				cause.action(), cause);
	}

	/**
	 * Whether it is the definition of a column that was refused.
	 * @param column the column
	 * @return whether it is that
	 */
	public boolean isOf(ColumnName column) {
		return column.table().equals(this.name) && this.part.equals("column \"%s\"".formatted(column.column()));
	}

	/**
	 * The table or domain that was wanted.
	 * @return its name
	 */
	public ObjectName name() {
		return this.name;
	}

	/**
	 * The part of it that was refused.
	 * @return {@code column "age"}, {@code constraint "age_check"}, {@code index "ix"},
	 * or an empty text if it was the whole
	 */
	public String part() {
		return this.part;
	}

}
