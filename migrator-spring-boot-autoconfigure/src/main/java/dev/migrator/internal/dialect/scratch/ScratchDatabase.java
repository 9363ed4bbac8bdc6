package dev.migrator.internal.dialect.scratch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

import javax.sql.DataSource;

import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.CatalogReader.CatalogContents;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ConnectionRefusedException;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.normalform.ScratchSettings;

/**
 * Creates a separate database on the same server, with the encoding and the collation of
 * the real one, its default schema, and those of its extensions that the role may create.
 * Its name contains the process of the server. If that process no longer exists, the
 * database was left by a killed process, and the next scratch database drops it.
 */
public final class ScratchDatabase implements Scratch {

	private static final String PREFIX = "migrator_scratch_";

	/**
	 * Reads the locale. A column that does not exist in a version of the server is not a
	 * key of the object.
	 */
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

	/**
	 * The extensions in the order in which they were created, because one may need
	 * another.
	 */
	private static final String EXTENSIONS = """
			select e.extname, n.nspname from pg_catalog.pg_extension e
			join pg_catalog.pg_namespace n on n.oid = e.extnamespace
			where n.nspname <> 'pg_catalog' order by e.oid
			""";

	private final ServerConnection owner;

	private final String name;

	private final DataSource dataSource;

	private final ServerConnection connection;

	private final ScratchSettings settings;

	private ScratchDatabase(ServerConnection owner, String name, DataSource dataSource, ServerConnection connection,
			ScratchSettings settings) {
		this.owner = owner;
		this.name = name;
		this.dataSource = dataSource;
		this.connection = connection;
		this.settings = settings;
	}

	/**
	 * Returns why no database can be created.
	 * @param connection a session of the real database
	 * @param login the login that opens other databases of its server, if it is known
	 * @param dataSource the kind of the DataSource that did not tell the login
	 * @return a clause with a period; nothing if one can be created
	 */
	public static Optional<String> obstacle(ServerConnection connection, Optional<ServerLogin> login,
			Class<?> dataSource) {
		if (connection.query("""
				select from pg_catalog.pg_roles where rolname = current_user and (rolcreatedb or rolsuper)
				""").isEmpty()) {
			return Optional.of("the role %s cannot create databases.".formatted(connection.role()));
		}
		return login.isPresent() ? Optional.empty()
				: Optional.of("the login for another database is not known for a DataSource of this kind (%s)."
					.formatted(dataSource.getName()));
	}

	/**
	 * Creates a database. It must be prepared before it is used.
	 * @param owner a session of the real database, outside of a transaction; it is used
	 * until the scratch is closed
	 * @param login the login that opens other databases of its server
	 * @return the database
	 * @throws SqlFailure if the server does not create it
	 * @throws ConnectionRefusedException if no connection to it can be opened; then it is
	 * dropped again
	 */
	public static ScratchDatabase create(ServerConnection owner, ServerLogin login) {
		dropLeftovers(owner);
		ScratchSettings settings = ScratchSettings.of(owner);
		Row locale = owner.query(LOCALE).get(0);
		String name = PREFIX + locale.required(6);
		owner.send("CREATE DATABASE " + SqlText.identifier(name) + " TEMPLATE template0" + like(locale));
		try {
			DataSource dataSource = login.database(name);
			ServerConnection connection = ServerConnection.open(dataSource, (notice) -> {
			});
			return new ScratchDatabase(owner, name, dataSource, connection, settings);
		}
		catch (RuntimeException ex) {
			drop(owner, name);
			throw ex;
		}
	}

	private static void dropLeftovers(ServerConnection owner) {
		for (Row row : owner.query(LEFTOVERS)) {
			// Leaves the database if a session uses it, or drops it at this moment.
			dropped(owner, "DROP DATABASE IF EXISTS " + SqlText.identifier(row.required(0)));
		}
	}

	/**
	 * Returns the locale options. A database from template0 accepts any of them.
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
	 * Creates the schema and the extensions of the real database in it, and begins the
	 * transaction.
	 * @param created whether the scripts that will run create a SCHEMA or an EXTENSION of
	 * this name themselves; then it is left out
	 * @throws SqlFailure if the server refuses
	 */
	public void begin(BiPredicate<String, String> created) {
		provide(created);
		this.connection.send("BEGIN READ WRITE");
	}

	/**
	 * Creates the default schema and the extensions of the real database in it, without a
	 * transaction. Commits in it do not have to survive a crash.
	 * @return the extensions that could not be created
	 * @throws SqlFailure if the server refuses
	 */
	public List<String> prepare() {
		List<String> missing = provide((kind, name) -> false);
		this.connection.send("SET synchronous_commit = off");
		return missing;
	}

	/**
	 * Like {@link #prepare()}, for scripts that will run in sessions of their own.
	 * @param created whether the scripts create a SCHEMA or an EXTENSION of this name
	 * themselves; then it is left out
	 * @throws SqlFailure if the server refuses
	 */
	public void prepare(BiPredicate<String, String> created) {
		this.owner.send("ALTER DATABASE " + SqlText.identifier(this.name) + " SET synchronous_commit = off");
		provide(created);
	}

	/**
	 * Returns the source of more connections to it.
	 * @return a DataSource without a pool
	 */
	public DataSource dataSource() {
		return this.dataSource;
	}

	/**
	 * Creates a schema in it, if it does not exist.
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
	 * @return whether it exists then
	 */
	private static boolean createExtension(ServerConnection connection, Row extension) {
		try {
			connection.send("CREATE EXTENSION IF NOT EXISTS " + SqlText.identifier(extension.required(0)) + " SCHEMA "
					+ SqlText.identifier(extension.required(1)));
			return true;
		}
		catch (SqlFailure ex) {
			// The role may not create it, or it is possible in only one database. If the
			// script needs it, the server reports the error.
			return false;
		}
	}

	/**
	 * Drops the database. Without FORCE the server itself ends an autovacuum in it; to
	 * end one with FORCE the role needs a right that it may not have. If the server
	 * refuses both, a session with more rights uses the database, and the next scratch
	 * database drops it.
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
	public void settle() {
		this.connection.send(this.settings.sql());
	}

	@Override
	public CatalogContents read() {
		settle();
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
