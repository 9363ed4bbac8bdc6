package dev.migrator.autogenerate;

import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.schema.NameRule;

/**
 * The properties of a server that determine how a schema looks there.
 *
 * @param majorVersion its major version: 18
 * @param minorVersion its minor version: 6
 * @param defaultSchema its default schema, which unqualified names mean
 */
public record TargetServer(int majorVersion, int minorVersion, String defaultSchema) {

	public TargetServer {
		NameRule.check("schema", defaultSchema);
	}

	/**
	 * Reads the properties of a server, with one query.
	 * @param connection a connection to it
	 * @return the properties
	 * @throws UnreadableModelException if it has no default schema
	 */
	public static TargetServer of(ServerConnection connection) {
		ServerSchemas schemas = ServerSchemas.read(connection);
		if (schemas.defaultSchema() == null) {
			throw new UnreadableModelException(
					"The connection has no default schema for unqualified names: no schema of its search_path exists, "
							+ "or the role may not use it.",
					"Create the schema, or correct the search_path of the connection.", null);
		}
		return new TargetServer(schemas.versionNumber() / 10_000, schemas.versionNumber() % 10_000,
				schemas.defaultSchema());
	}

}
