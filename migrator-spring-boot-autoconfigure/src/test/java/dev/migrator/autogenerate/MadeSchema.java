package dev.migrator.autogenerate;

import java.util.List;
import java.util.Set;

import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.testing.TestDatabase;

/**
 * Makes the schema of a database anew from SQL, and reads it.
 */
final class MadeSchema {

	private MadeSchema() {
	}

	/**
	 * Has a database hold nothing but what some SQL makes in its schema {@code public},
	 * and reads it.
	 */
	static SchemaObjects of(TestDatabase database, String sql) {
		database.become(sql);
		return read(database, List.of("public"));
	}

	/**
	 * Reads the schema that the sessions of a database are in.
	 */
	static SchemaObjects read(TestDatabase database) {
		try (ServerConnection connection = ServerConnection.open(database.dataSource(), (notice) -> {
		})) {
			return new CatalogReader(connection, Set.of()).read();
		}
	}

	static SchemaObjects read(TestDatabase database, List<String> schemas) {
		try (ServerConnection connection = ServerConnection.open(database.dataSource(), (notice) -> {
		})) {
			return new CatalogReader(connection, Set.of()).read(schemas);
		}
	}

}
