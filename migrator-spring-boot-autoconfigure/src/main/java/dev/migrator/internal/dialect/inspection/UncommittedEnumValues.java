package dev.migrator.internal.dialect.inspection;

import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.ServerError;

/**
 * Knows the values that the open transaction has added to enums, and that PostgreSQL does
 * not let it use.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER
 * TYPE</a>
 */
public final class UncommittedEnumValues {

	private final Set<String> values;

	private UncommittedEnumValues(Set<String> values) {
		this.values = values;
	}

	/**
	 * Reads the values. Subtransactions have their own ids, which are later.
	 * @param connection a session with a transaction
	 * @return the values
	 */
	public static UncommittedEnumValues of(ServerConnection connection) {
		return new UncommittedEnumValues(connection.query("""
				select enumlabel from pg_catalog.pg_enum
				where age(xmin) <= age(pg_catalog.pg_current_xact_id_if_assigned()::xid)""")
			.stream()
			.map((row) -> row.required(0))
			.collect(Collectors.toSet()));
	}

	/**
	 * Returns whether a statement failed because of one of them.
	 * @param error the error
	 * @return whether the statement would succeed if they were committed
	 */
	public boolean refused(ServerError error) {
		return error.newEnumValueUsed() && this.values.contains(error.quoted());
	}

}
