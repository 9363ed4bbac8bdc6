package dev.migrator.internal.execution.failure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.normalform.TableShape;
import dev.migrator.internal.dialect.store.MigratorTables;

/**
 * Advises about a script that creates an object that exists already, if another tool may
 * have created it. On a new database that object would exist too.
 */
public final class ObjectOfAnotherTool {

	private static final Map<String, TableShape> TOOLS = tools();

	private ObjectOfAnotherTool() {
	}

	private static Map<String, TableShape> tools() {
		Map<String, TableShape> tools = new LinkedHashMap<>();
		tools.put("Flyway", TableShape.OF_FLYWAY);
		tools.put("Liquibase", TableShape.OF_LIQUIBASE);
		return tools;
	}

	/**
	 * Finds a tool that has run in the schemas of the revisions. In other schemas it may
	 * belong to another application.
	 * @return the advice, empty if there is none
	 */
	public static String advice(ServerConnection connection, MigratorTables tables) {
		List<String> schemas = Stream.of(ServerSchemas.read(connection).defaultSchema(), tables.schema())
			.flatMap(Stream::ofNullable)
			.distinct()
			.toList();
		StringBuilder advice = new StringBuilder();
		TOOLS.forEach((name, shape) -> shape.find(connection, schemas).ifPresent((table) -> advice.append("""


				%s has run on this database (%s). If it created the existing object, and runs first on a new database \
				too, remove that from the script.""".formatted(name, table))));
		return advice.toString();
	}

}
