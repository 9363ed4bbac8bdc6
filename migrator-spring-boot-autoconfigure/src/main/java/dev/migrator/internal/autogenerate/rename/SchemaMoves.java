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
import dev.migrator.operation.ObjectDirective.MoveObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.SchemaDirective.CreateSchema;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Moves tables and sequences to the schema of their new name.
 */
final class SchemaMoves {

	private final Set<String> schemas;

	private final @Nullable String defaultSchema;

	/**
	 * @param real the schema of the database
	 * @param settings the existing schemas
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
	 * Adds the changes that move an object and keep its name.
	 * @param kind its kind
	 * @param from its present name
	 * @param to its new name
	 * @param changes the list to which the changes are added
	 * @return its name after the move
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
					"The rename %s is not possible: the schema of %s is not known, because the connection has no default schema."
						.formatted(rename, name),
					"Give the connection a search_path with a schema that exists.");
		}
		return schema;
	}

}
