package dev.migrator.internal.dialect.ddl;

import java.util.Set;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.schema.NotNullObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.Effects;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.SqlSource;

/**
 * Writes the clauses of NOT NULL that exist only since it is a constraint.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-altertable.html">ALTER TABLE</a>
 */
public final class NotNullSql {

	private NotNullSql() {
	}

	/**
	 * Adds a constraint with its clauses.
	 * @param notNull the constraint
	 * @return the statement and its reverse
	 */
	public static ExecuteSql add(NotNullObject notNull) {
		return new ExecuteSql(SqlSource.of(adding(notNull)), SqlSource.of(dropping(notNull)),
				new Effects(Set.of(), objects(notNull), Set.of(), Set.of()));
	}

	/**
	 * Drops a constraint.
	 * @param notNull the constraint
	 * @return the statement and its reverse
	 */
	public static ExecuteSql drop(NotNullObject notNull) {
		return new ExecuteSql(SqlSource.of(dropping(notNull)), SqlSource.of(adding(notNull)),
				new Effects(objects(notNull), Set.of(), Set.of(), Set.of()));
	}

	/**
	 * Changes whether inheriting tables have the constraint too.
	 * @param notNull the constraint after the change
	 * @return the statement and its reverse
	 */
	public static ExecuteSql inherit(NotNullObject notNull) {
		return new ExecuteSql(SqlSource.of(inheriting(notNull, notNull.noInherit())),
				SqlSource.of(inheriting(notNull, !notNull.noInherit())), Effects.NONE);
	}

	/**
	 * Returns the check that is equal to NOT NULL of a column.
	 * @param column the name of the column
	 * @return the condition
	 */
	public static String condition(String column) {
		return NameSql.of(column) + " IS NOT NULL";
	}

	private static Set<ObjectId> objects(NotNullObject notNull) {
		return Set.of(notNull.id(), ObjectId.notNullOf(notNull.column()),
				ObjectId.constraint(notNull.table(), notNull.name()));
	}

	private static String adding(NotNullObject notNull) {
		return "%s ADD CONSTRAINT %s NOT NULL %s%s%s;".formatted(table(notNull), NameSql.of(notNull.name()),
				NameSql.of(notNull.column().column()), notNull.noInherit() ? " NO INHERIT" : "",
				notNull.valid() ? "" : " NOT VALID");
	}

	private static String dropping(NotNullObject notNull) {
		return "%s DROP CONSTRAINT %s;".formatted(table(notNull), NameSql.of(notNull.name()));
	}

	private static String inheriting(NotNullObject notNull, boolean not) {
		return "%s ALTER CONSTRAINT %s %s;".formatted(table(notNull), NameSql.of(notNull.name()),
				not ? "NO INHERIT" : "INHERIT");
	}

	private static String table(NotNullObject notNull) {
		return "ALTER TABLE " + NameSql.of(notNull.table());
	}

}
