package dev.migrator.internal.dialect.scratch;

import java.util.List;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.session.TransactionSql;
import org.jspecify.annotations.Nullable;

/**
 * The body of a function or procedure that was created without a look at it, because it
 * may name what is created later. The validator of its language looks at it afterwards.
 *
 * @param name the name of the routine, without its schema
 * @param signature the routine with its parameters, as the server shows it
 * @param check the call of the validator
 */
public record RoutineBody(String name, String signature, String check) {

	/**
	 * The routines of this transaction, whose savepoints have later numbers than itself.
	 */
	private static final String CREATED = """
			select p.proname, p.oid::pg_catalog.regprocedure, l.lanvalidator::pg_catalog.regproc || '(' || p.oid || ')'
			from pg_catalog.pg_proc p join pg_catalog.pg_language l on l.oid = p.prolang
			where l.lanvalidator <> 0 and p.prokind <> 'a' and pg_catalog.age(p.xmin) <= 0
			    and not exists (select from pg_catalog.pg_depend d
			        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid and d.deptype = 'e')
			order by p.oid
			""";

	/**
	 * Finds the bodies of the routines that the open transaction has created, without
	 * those of extensions.
	 * @param connection the session
	 * @return the bodies, in the order in which they were created
	 */
	public static List<RoutineBody> created(ServerConnection connection) {
		return connection.query(CREATED)
			.stream()
			.map((row) -> new RoutineBody(row.required(0), row.required(1), row.required(2)))
			.toList();
	}

	/**
	 * Lets the server check the body.
	 * @param connection the session, in a transaction, which goes on
	 * @param settings the statements of the settings under which it is checked; may be
	 * empty
	 * @return the failure, or {@code null} if the body is right
	 */
	public @Nullable SqlFailure refusal(ServerConnection connection, String settings) {
		connection.send(TransactionSql.BEGIN_PART);
		try {
			connection.send(TransactionSql.WITH_BODIES + settings);
			connection.query("select " + this.check);
			return null;
		}
		catch (SqlFailure ex) {
			return ex;
		}
		finally {
			connection.send(TransactionSql.TAKE_PART_BACK);
		}
	}

}
