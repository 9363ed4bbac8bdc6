package dev.migrator.internal.autogenerate.comparison;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The parts of both sides that are compared. Objects that belong to another tool, or to
 * the migrator itself, are never removed.
 *
 * @param real the schema of the database
 * @param wanted the schema that it is to have
 */
record ComparedSchemas(SchemaObjects real, SchemaObjects wanted) {

	static ComparedSchemas of(SchemaObjects real, SchemaObjects wanted, ComparisonSettings settings) {
		return new ComparedSchemas(part(real, wanted, settings), part(wanted, wanted, settings));
	}

	private static SchemaObjects part(SchemaObjects schema, SchemaObjects wanted, ComparisonSettings settings) {
		SchemaObjects tables = schema
			.only((root) -> root.kind() != ObjectId.Kind.TABLE || isTaken(root, schema, wanted, settings));
		return tables.only((root) -> root.kind() == ObjectId.Kind.TABLE || isTaken(root, tables, wanted, settings));
	}

	private static boolean isTaken(ObjectId root, SchemaObjects schema, SchemaObjects wanted,
			ComparisonSettings settings) {
		if (root.in() != null && !settings.schemas().take(root.in().name())) {
			return false;
		}
		if (root.kind() == ObjectId.Kind.COMMENT) {
			return true;
		}
		ObjectName name = root.objectName();
		return switch (root.kind()) {
			case TABLE -> settings.looksAt(name) && !isOfMigrator(name, settings)
					&& (wanted.has(root) || !LibraryTables.has(schema.table(name).orElseThrow()));
			case SEQUENCE -> settings.looksAt(name.name()) && !isOfMigrator(name, settings)
					&& (wanted.has(root) || !LibraryTables.hasSequence(name.name()))
					&& isOwnerTaken(schema.get(root), schema);
			default -> settings.looksAt(name.name());
		};
	}

	private static boolean isOwnerTaken(@Nullable SchemaObject sequence, SchemaObjects schema) {
		return !(sequence instanceof SequenceObject object) || object.sequence().ownedBy() == null
				|| schema.has(ObjectId.table(object.sequence().ownedBy().table()));
	}

	private static boolean isOfMigrator(ObjectName name, ComparisonSettings settings) {
		return settings.migratorTables().contains(name.name());
	}

}
