package dev.migrator.internal.autogenerate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.internal.autogenerate.comparison.SchemaComparison;
import dev.migrator.internal.dialect.connection.Attempt;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.surroundings.PresentObject;
import dev.migrator.internal.schema.SchemaObjects;

/**
 * Creates the present schema of the real database in a scratch database. The order need
 * not be known: a statement that fails is tried again when the others have run.
 */
final class PresentSchema {

	private final ServerConnection connection;

	private final Map<PresentObject, ServerError> open = new LinkedHashMap<>();

	private PresentSchema(ServerConnection connection) {
		this.connection = connection;
	}

	/**
	 * Creates it.
	 * @param connection the session of the scratch database, in a transaction
	 * @param there the schemas that the scratch database has
	 * @param schema the compared objects
	 * @param others the objects that are not compared
	 * @return a description of each object that could not be created, with the error of
	 * the server
	 */
	static List<String> make(ServerConnection connection, Collection<String> there, SchemaObjects schema,
			List<PresentObject> others) {
		ComparisonSettings settings = ComparisonSettings.builder().existingSchemas(Set.copyOf(there)).build();
		List<PresentObject> wanted = new ArrayList<>();
		new SchemaComparison(settings).compare(SchemaObjects.none(), schema)
			.changes()
			.forEach((change) -> wanted.add(new PresentObject(change.operation().describe(), sql(change))));
		wanted.addAll(others);
		PresentSchema present = new PresentSchema(connection);
		for (int before = wanted.size() + 1; wanted.size() < before;) {
			before = wanted.size();
			present.open.clear();
			present.make(wanted);
			wanted.clear();
			wanted.addAll(present.open.keySet());
		}
		List<String> missing = new ArrayList<>();
		present.open
			.forEach((object, error) -> missing.add("%s (%s)".formatted(object.description(), error.message())));
		return missing;
	}

	private static String sql(Change change) {
		return SqlRevisionBody.of(List.of(Change.of(change.operation())), List.of()).upgrade();
	}

	/**
	 * Creates all objects at once if that is possible, otherwise one half after the
	 * other.
	 */
	private void make(List<PresentObject> objects) {
		if (objects.isEmpty()) {
			return;
		}
		StringBuilder sql = new StringBuilder();
		objects.forEach((object) -> sql.append(object.create()).append('\n'));
		Attempt.of(this.connection, sql.toString()).ifPresent((error) -> {
			if (objects.size() == 1) {
				this.open.put(objects.get(0), error);
			}
			else {
				make(objects.subList(0, objects.size() / 2));
				make(objects.subList(objects.size() / 2, objects.size()));
			}
		});
	}

}
