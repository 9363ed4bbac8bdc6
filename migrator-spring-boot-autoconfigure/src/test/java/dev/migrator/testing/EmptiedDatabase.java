package dev.migrator.testing;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

import org.springframework.dao.DataAccessException;

/**
 * A database that a test has left, emptied for the next one: that takes a tenth of what a
 * new one takes, and its sessions stay. Where anything is left that new ones do not have,
 * of a schema or of the database, it is not given to another test.
 */
final class EmptiedDatabase {

	/**
	 * Drops what schemas hold. The schema public itself stays, which is not what it was
	 * once it is created again.
	 */
	static final String EMPTY = """
			do $$ declare o record; begin
			    for o in select nspname from pg_namespace
			            where nspname !~ '^pg_' and nspname not in ('public', 'information_schema') loop
			        execute format('drop schema if exists %I cascade', o.nspname);
			    end loop;
			    for o in select distinct d.classid, d.objid from pg_depend d
			            where d.refclassid = 'pg_namespace'::regclass and d.refobjid = 'public'::regnamespace
			                and d.deptype = 'n' and not exists (select from pg_depend p where p.classid = d.classid
			                    and p.objid = d.objid and p.objsubid = 0 and p.deptype in ('i', 'a', 'e')
			                    and p.refclassid <> 'pg_namespace'::regclass) loop
			        execute coalesce((select format('drop %s if exists %s cascade', case i.type
			                when 'composite type' then 'type' when 'statistics object' then 'statistics' else i.type end,
			                i.identity) from pg_identify_object(o.classid, o.objid, 0) i where i.identity is not null), '');
			    end loop;
			end $$;
			""";

	/** What is the same in all databases that nobody has used. */
	private static final String STATE = """
			select concat_ws(' ', (select count(*) from pg_depend), (select count(*) from pg_description),
			    (select count(*) from pg_cast), (select count(*) from pg_language),
			    (select count(*) from pg_extension), (select count(*) from pg_foreign_data_wrapper),
			    (select count(*) from pg_event_trigger), (select count(*) from pg_publication),
			    (select count(*) from pg_largeobject_metadata), (select count(*) from pg_default_acl),
			    (select count(*) from pg_init_privs), (select count(*) from pg_seclabel),
			    (select count(*) from pg_class where relnamespace in (select oid from pg_namespace where nspname !~ '^pg_(toast_)?temp')),
			    (select count(*) from pg_type where typnamespace in (select oid from pg_namespace where nspname !~ '^pg_(toast_)?temp')),
			    (select string_agg(concat(oid, nspname, nspowner, nspacl), ' ' order by oid) from pg_namespace
			        where nspname !~ '^pg_'),
			    (select concat(datdba, datacl, dathasloginevt) from (select to_jsonb(d) ->> 'datdba' as datdba,
			        to_jsonb(d) ->> 'datacl' as datacl, to_jsonb(d) ->> 'dathasloginevt' as dathasloginevt
			        from pg_database d where datname = current_database()) d),
			    (select count(*) from pg_db_role_setting join pg_database d on d.oid = setdatabase
			        where datname = current_database()),
			    (select count(*) from pg_shdepend join pg_database d on d.oid = dbid where datname = current_database()),
			    (select count(*) from pg_subscription join pg_database d on d.oid = subdbid where datname = current_database()),
			    (select count(*) from pg_prepared_xacts where database = current_database()),
			    (select concat(count(*), md5(string_agg(concat(oid, proacl), ' ' order by oid)
			        filter (where proacl is not null))) from pg_proc),
			    (select md5(string_agg(concat(oid, relacl), ' ' order by oid)) from pg_class where relacl is not null),
			    (select datconnlimit from pg_database where datname = current_database()),
			    (select md5(string_agg(description, ' ' order by description)) from pg_description
			        where classoid in ('pg_namespace'::regclass, 'pg_database'::regclass)))""";

	/** Roles are the server's, and have names that end with that of the database. */
	private static final String ROLES = "select count(*) from pg_roles where rolname like '%\\_' || current_database()";

	private static final String RELATIONS = "select count(*) from pg_class where oid >= 16384";

	private static final String SESSIONS = """
			select count(*) from pg_stat_activity where datname = current_database()
			    and backend_type = 'client backend'""";

	private EmptiedDatabase() {
	}

	static String state(TestDatabase database) {
		return Objects.requireNonNull(database.value(STATE));
	}

	/**
	 * Empties a database.
	 * @param database the database
	 * @param state the state of one that is new
	 * @return whether it is like a new one now, and nobody is connected to it
	 */
	static boolean empty(TestDatabase database, String state) {
		try {
			if (isInUse(database) || hasMuch(database)) {
				return false;
			}
			database.execute(EMPTY);
			return state(database).equals(state);
		}
		catch (DataAccessException ex) {
			// It is gone, or holds something that is not dropped like the rest.
			return false;
		}
	}

	private static boolean isInUse(TestDatabase database) {
		return !"0".equals(database.value(ROLES)) || hasSessions(database);
	}

	/**
	 * The session of a program that has just ended is there a little longer.
	 */
	private static boolean hasSessions(TestDatabase database) {
		for (int look = 0; look < 10; look++) {
			if (String.valueOf(database.idleSessions()).equals(database.value(SESSIONS))) {
				return false;
			}
			LockSupport.parkNanos(5_000_000);
		}
		return true;
	}

	/**
	 * Each object that is dropped takes a lock of the server until all are.
	 */
	private static boolean hasMuch(TestDatabase database) {
		return Integer.parseInt(String.valueOf(database.value(RELATIONS))) > 300;
	}

}
