package dev.migrator.internal.autogenerate.rename;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.InvalidRenameException;
import dev.migrator.autogenerate.Rename;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.MoveObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Moves tables and sequences to the schema that their new name is in.
 */
final class SchemaMoves {

	private final Set<String> schemas;

	private final @Nullable String defaultSchema;

	/**
	 * @param real what the database has
	 * @param settings the schemas that are there
	 */
	SchemaMoves(SchemaObjects real, ComparisonSettings settings) {
		this.schemas = new HashSet<>(settings.existingSchemas());
		this.schemas.addAll(real.schemas());
		this.defaultSchema = settings.defaultSchema();
	}

	static boolean isMove(ObjectName from, ObjectName to) {
		return !Objects.equals(from.schema(), to.schema());
	}

	/**
	 * Adds the changes that move something and leave its name.
	 * @param kind what it is
	 * @param from the name it has
	 * @param to the name it gets
	 * @param changes where the changes are added
	 * @return the name it has then
	 */
	ObjectName move(ObjectKind kind, ObjectName from, ObjectName to, Rename rename, List<Change> changes) {
		String schema = schema(to, rename);
		ObjectName named = new ObjectName(schema(from, rename), from.name());
		if (to.schema() != null && this.schemas.add(schema)) {
			changes.add(Change.of(new CreateSchema(schema, false), "Detected added schema '%s'".formatted(schema)));
		}
		changes.add(Change.of(new MoveObject(kind, named, schema),
				"Detected moved %s '%s' to schema '%s'".formatted(kind.words(), from, schema)));
		return new ObjectName(to.schema(), from.name());
	}

	private String schema(ObjectName name, Rename rename) {
		String schema = (name.schema() != null) ? name.schema() : this.defaultSchema;
		if (schema == null) {
			throw new InvalidRenameException(
					"The rename %s cannot be: the schema of %s is not known, as the connection has none."
						.formatted(rename, name),
					"Give the connection a search_path with a schema that exists.");
		}
		return schema;
	}

}
