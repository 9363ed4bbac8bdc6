package dev.migrator.internal.dialect.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.connection.TextArray;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of a database.
 *
 * @param versionNumber the version number of the server: 180006 is 18.6
 * @param defaultSchema the schema of unqualified names, or {@code null} if there is none
 * @param searchPath the schemas in which unqualified names are found, in order
 * @param names all schemas except the server's own
 */
public record ServerSchemas(int versionNumber, @Nullable String defaultSchema, List<String> searchPath,
		Set<String> names) {

	public ServerSchemas {
		searchPath = List.copyOf(searchPath);
		names = Set.copyOf(names);
	}

	/**
	 * Reads the schemas, with one query.
	 * @param connection the session
	 * @return the schemas
	 */
	public static ServerSchemas read(ServerConnection connection) {
		List<Row> rows = connection.query("""
				select pg_catalog.current_setting('server_version_num'), pg_catalog.current_schema(),
				    pg_catalog.current_schemas(false), n.nspname
				from pg_catalog.pg_namespace n""");
		Set<String> names = new LinkedHashSet<>();
		rows.stream()
			.map((row) -> row.required(3))
			.filter((name) -> !SchemaContents.isSystem(name))
			.forEach(names::add);
		return new ServerSchemas(Integer.parseInt(rows.get(0).required(0)), rows.get(0).text(1),
				TextArray.read(rows.get(0).text(2)), names);
	}

}
