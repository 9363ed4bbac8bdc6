package dev.migrator.autogenerate.comparison;

import java.util.List;
import java.util.function.Predicate;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.NamePatterns;
import dev.migrator.dialect.TableShape;
import dev.migrator.schema.Column;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObject;
import dev.migrator.schema.object.SchemaObjects;
import dev.migrator.schema.object.SequenceObject;
import org.jspecify.annotations.Nullable;

/**
 * The parts of both sides that are compared. What belongs to another tool, or to the
 * migrator itself, is never removed.
 *
 * @param real what the database has
 * @param wanted what it is to have
 */
record ComparedSchemas(SchemaObjects real, SchemaObjects wanted) {

	private static final Predicate<String> OTHER_TOOLS = NamePatterns
		.anyOf(List.of("flyway_*", "databasechangelog*", "alembic_version", "QRTZ_*", "BATCH_*", "SPRING_SESSION*"));

	private static final List<TableShape> HISTORIES = List.of(
			new TableShape(List.of("revision", "direction", "started", "duration", "outcome")), TableShape.OF_FLYWAY,
			TableShape.OF_LIQUIBASE, TableShape.OF_LIQUIBASE_LOCK);

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
			case TABLE -> settings.looksAt(name) && !isOfMigrator(name, settings) && (wanted.has(root)
					|| !(OTHER_TOOLS.test(name.name()) || isOfTool(schema.table(name).orElseThrow())));
			case SEQUENCE -> settings.looksAt(name.name()) && !isOfMigrator(name, settings)
					&& (wanted.has(root) || !OTHER_TOOLS.test(name.name())) && isOwnerTaken(schema.get(root), schema);
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

	/**
	 * Whether a table is the version table or the history table of a migrator, which may
	 * be another one than this, or what another tool keeps its history in, whatever name
	 * it was given.
	 */
	private static boolean isOfTool(Table table) {
		List<String> columns = table.columns().stream().map(Column::name).toList();
		return columns.equals(List.of("version_num")) || HISTORIES.stream().anyMatch((shape) -> shape.fits(columns));
	}

}
