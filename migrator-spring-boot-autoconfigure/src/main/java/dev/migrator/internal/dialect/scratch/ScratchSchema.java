package dev.migrator.internal.dialect.scratch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.CatalogReader.CatalogContents;
import dev.migrator.internal.dialect.catalog.SchemaContents;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.normalform.ScratchSettings;

/**
 * Creates a schema that represents the default one, in the same database and in a
 * transaction that is rolled back. Only those schemas of the search path stay visible
 * that contain only extensions: {@code DROP TABLE IF EXISTS users} must not find the real
 * table.
 */
public final class ScratchSchema implements Scratch {

	private static final String PREFIX = "migrator_scratch_";

	/**
	 * No real object should be locked. If the script locks one anyway, it must not wait
	 * for the lock.
	 */
	private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '1s';\n";

	private final ServerConnection connection;

	private final ScratchSettings settings;

	private ScratchSchema(ServerConnection connection, ScratchSettings settings) {
		this.connection = connection;
		this.settings = settings;
	}

	/**
	 * Returns whether the role may create a schema.
	 * @param connection the session
	 * @return whether it has that right
	 */
	public static boolean permitted(ServerConnection connection) {
		return "t".equals(
				connection.query("select pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')")
					.get(0)
					.text(0));
	}

	/**
	 * Creates a scratch schema.
	 * @param connection the session, outside of a transaction; close the scratch schema
	 * before the session
	 * @return the schema
	 * @throws SqlFailure if the server does not create it
	 */
	public static ScratchSchema create(ServerConnection connection) {
		ScratchSettings real = ScratchSettings.of(connection);
		List<String> path = new ArrayList<>();
		path.add(PREFIX + connection.query("select pg_catalog.pg_backend_pid()").get(0).required(0));
		real.path()
			.stream()
			.filter((schema) -> SchemaContents.of(connection, schema).objects().isEmpty())
			.forEach(path::add);
		ScratchSettings settings = real.withPath(path);
		try {
			connection.send("BEGIN READ WRITE;\n" + LOCK_TIMEOUT + "CREATE SCHEMA " + SqlText.identifier(path.get(0))
					+ ";\n" + settings.sql());
		}
		catch (SqlFailure ex) {
			connection.rollback();
			throw ex;
		}
		return new ScratchSchema(connection, settings);
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
		String schema = schemas.defaultSchema();
		return new CatalogReader(this.connection, Set.of()).readAll(schemas,
				(schema != null) ? List.of(schema) : List.of());
	}

	@Override
	public void close() {
		this.connection.rollback();
	}

}
