package dev.migrator.autogenerate;

import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.schema.NameRule;

/**
 * What has to be known of a server to tell how a schema looks there.
 *
 * @param majorVersion its version: 18
 * @param minorVersion its minor version: 6
 * @param defaultSchema the schema that unqualified names mean there
 */
public record TargetServer(int majorVersion, int minorVersion, String defaultSchema) {

	public TargetServer {
		NameRule.check("schema", defaultSchema);
	}

	/**
	 * Asks a server, with one query.
	 * @param connection a session with it
	 * @return what has to be known
	 * @throws UnreadableModelException if unqualified names mean nothing there
	 */
	public static TargetServer of(ServerConnection connection) {
		ServerSchemas schemas = ServerSchemas.read(connection);
		if (schemas.defaultSchema() == null) {
			throw new UnreadableModelException(
					"The connection has no schema that unqualified names would mean: none of its search_path exists, "
							+ "or the role may not use it.",
					"Create the schema, or correct the search_path of the connection.", null);
		}
		return new TargetServer(schemas.versionNumber() / 10_000, schemas.versionNumber() % 10_000,
				schemas.defaultSchema());
	}

}
