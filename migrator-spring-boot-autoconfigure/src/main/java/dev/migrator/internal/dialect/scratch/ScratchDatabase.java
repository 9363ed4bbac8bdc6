package dev.migrator.internal.dialect.scratch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.catalog.CatalogContents;
import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ConnectionRefusedException;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.normalform.ScratchSettings;

/**
 * A database of its own on the same server, with the encoding and the collation of the
 * real one, its default schema, and those of its extensions that the role may create. It
 * has the server's process in its name: one whose process is gone was left by a process
 * that was killed, and is dropped by the next one.
 */
public final class ScratchDatabase implements Scratch {

	private static final String PREFIX = "migrator_scratch_";

	/** A column that a version of the server does not have is no key of the object. */
	private static final String LOCALE = """
			select pg_catalog.pg_encoding_to_char(d.encoding), d.datcollate, d.datctype, x ->> 'datlocprovider',
			    coalesce(x ->> 'datlocale', x ->> 'daticulocale'), x ->> 'daticurules', pg_catalog.pg_backend_pid()
			from pg_catalog.pg_database d cross join lateral pg_catalog.to_jsonb(d) x
			where d.datname = pg_catalog.current_database()
			""";

	private static final String LEFTOVERS = """
			select d.datname from pg_catalog.pg_database d
			where d.datname ~ '^%s[0-9]+$' and pg_catalog.pg_has_role(d.datdba, 'USAGE')
			    and not exists (select from pg_catalog.pg_stat_activity a where a.datid = d.oid
			        or a.pid <> pg_catalog.pg_backend_pid() and a.pid::text = substr(d.datname, %s))
			order by 1
			""".formatted(PREFIX, PREFIX.length() + 1);

	/** In the order in which they were created: one may need another. */
	private static final String EXTENSIONS = """
			select e.extname, n.nspname from pg_catalog.pg_extension e
			join pg_catalog.pg_namespace n on n.oid = e.extnamespace
			where n.nspname <> 'pg_catalog' order by e.oid
			""";

	private final ServerConnection owner;

	private final String name;

	private final ServerConnection connection;

	private final ScratchSettings settings;

	private ScratchDatabase(ServerConnection owner, String name, ServerConnection connection,
			ScratchSettings settings) {
		this.owner = owner;
		this.name = name;
		this.connection = connection;
		this.settings = settings;
	}

	/**
	 * Whether the role may create a database.
	 * @param connection the session
	 * @return whether it has that right
	 */
	public static boolean permitted(ServerConnection connection) {
		return !connection.query("""
				select from pg_catalog.pg_roles where rolname = current_user and (rolcreatedb or rolsuper)
				""").isEmpty();
	}

	/**
	 * Creates one, to be prepared before it is used.
	 * @param owner a session of the real database, outside of a transaction; it is used
	 * until the scratch is closed
	 * @param login what opens other databases of its server
	 * @return the database
	 * @throws SqlFailure if the server does not create it
	 * @throws ConnectionRefusedException if there is no connection to it; it is dropped
	 * again then
	 */
	public static ScratchDatabase create(ServerConnection owner, ServerLogin login) {
		dropLeftovers(owner);
		ScratchSettings settings = ScratchSettings.of(owner);
		Row locale = owner.query(LOCALE).get(0);
		String name = PREFIX + locale.required(6);
		owner.send("CREATE DATABASE " + SqlText.identifier(name) + " TEMPLATE template0" + like(locale));
		try {
			ServerConnection connection = ServerConnection.open(login.database(name), (notice) -> {
			});
			return new ScratchDatabase(owner, name, connection, settings);
		}
		catch (RuntimeException ex) {
			drop(owner, name);
			throw ex;
		}
	}

	private static void dropLeftovers(ServerConnection owner) {
		for (Row row : owner.query(LEFTOVERS)) {
			// Not where somebody looks into it, or drops it at this moment.
			dropped(owner, "DROP DATABASE IF EXISTS " + SqlText.identifier(row.required(0)));
		}
	}

	/**
	 * From template0 a database can be made with any of them.
	 */
	private static String like(Row locale) {
		StringBuilder sql = new StringBuilder();
		option(sql, "ENCODING", locale.required(0));
		option(sql, "LC_COLLATE", locale.required(1));
		option(sql, "LC_CTYPE", locale.required(2));
		String provider = locale.text(3);
		if ("i".equals(provider)) {
			sql.append(" LOCALE_PROVIDER icu");
			option(sql, "ICU_LOCALE", locale.required(4));
			if (locale.text(5) != null) {
				option(sql, "ICU_RULES", locale.required(5));
			}
		}
		else if ("b".equals(provider)) {
			sql.append(" LOCALE_PROVIDER builtin");
			option(sql, "BUILTIN_LOCALE", locale.required(4));
		}
		else if (provider != null) {
			sql.append(" LOCALE_PROVIDER libc");
		}
		return sql.toString();
	}

	private static void option(StringBuilder sql, String name, String value) {
		sql.append(' ').append(name).append(' ').append(SqlText.literal(value));
	}

	/**
	 * Creates in it what the real one has, and begins the transaction.
	 * @param script what will be run: schemas and extensions that it creates itself are
	 * not there before
	 * @throws SqlFailure if the server refuses
	 */
	public void prepare(SchemaScript script) {
		provide(script::creates);
		this.connection.send("BEGIN READ WRITE");
	}

	/**
	 * Creates in it the default schema and the extensions of the real one, and begins no
	 * transaction. What is committed in it need not be safe from a crash.
	 * @return the extensions that it could not be given
	 * @throws SqlFailure if the server refuses
	 */
	public List<String> prepare() {
		List<String> missing = provide((kind, name) -> false);
		this.connection.send("SET synchronous_commit = off");
		return missing;
	}

	/**
	 * Creates a schema in it, if it is not there.
	 * @param name its name
	 * @throws SqlFailure if the server refuses
	 */
	public void createSchema(String name) {
		this.connection.send("CREATE SCHEMA IF NOT EXISTS " + SqlText.identifier(name));
	}

	private List<String> provide(BiPredicate<String, String> createdByScript) {
		this.connection.send(this.settings.sql());
		Set<String> schemas = new LinkedHashSet<>();
		if (this.settings.defaultSchema() != null) {
			schemas.add(this.settings.defaultSchema());
		}
		List<Row> extensions = this.owner.query(EXTENSIONS);
		extensions.forEach((extension) -> schemas.add(extension.required(1)));
		schemas.stream().filter((schema) -> !createdByScript.test("SCHEMA", schema)).forEach(this::createSchema);
		return extensions.stream()
			.filter((extension) -> !createdByScript.test("EXTENSION", extension.required(0))
					&& !createExtension(this.connection, extension))
			.map((extension) -> extension.required(0))
			.toList();
	}

	/**
	 * @return whether it is there then
	 */
	private static boolean createExtension(ServerConnection connection, Row extension) {
		try {
			connection.send("CREATE EXTENSION IF NOT EXISTS " + SqlText.identifier(extension.required(0)) + " SCHEMA "
					+ SqlText.identifier(extension.required(1)));
			return true;
		}
		catch (SqlFailure ex) {
			// The role may not, or it is for one database only. If the script needs it,
			// the server says so.
			return false;
		}
	}

	/**
	 * Without FORCE the server itself ends an autovacuum of it; to end one by FORCE takes
	 * a right that the role need not have. Where both are refused, somebody with more
	 * rights looks into it; the next one drops it then.
	 */
	private static void drop(ServerConnection owner, String name) {
		String drop = "DROP DATABASE IF EXISTS " + SqlText.identifier(name);
		if (!dropped(owner, drop)) {
			dropped(owner, drop + " WITH (FORCE)");
		}
	}

	private static boolean dropped(ServerConnection owner, String drop) {
		try {
			owner.cleanUp(drop);
			return true;
		}
		catch (SqlFailure ex) {
			return false;
		}
	}

	@Override
	public ServerConnection connection() {
		return this.connection;
	}

	@Override
	public CatalogContents read() {
		this.connection.send(this.settings.sql());
		ServerSchemas schemas = ServerSchemas.read(this.connection);
		return new CatalogReader(this.connection, Set.of()).readAll(schemas, schemas.names());
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		finally {
			drop(this.owner, this.name);
		}
	}

}
