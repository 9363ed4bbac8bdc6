package dev.migrator.autogenerate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.dialect.TableShape;
import dev.migrator.schema.Column;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.SchemaObjects;

/**
 * The parts of both sides that are compared. What belongs to another tool, or to the
 * migrator itself, is never removed.
 *
 * @param real what the database has
 * @param wanted what it is to have
 */
record ComparedSchemas(SchemaObjects real, SchemaObjects wanted) {

	private static final List<String> OTHER_TOOLS = List.of("flyway_*", "databasechangelog*", "alembic_version",
			"QRTZ_*", "BATCH_*", "SPRING_SESSION*");

	private static final List<TableShape> HISTORIES = List.of(
			new TableShape(List.of("revision", "direction", "started", "duration", "outcome")), TableShape.OF_FLYWAY,
			TableShape.OF_LIQUIBASE, TableShape.OF_LIQUIBASE_LOCK);

	static ComparedSchemas of(SchemaObjects real, SchemaObjects wanted, ComparisonSettings settings) {
		Set<ObjectName> modelled = new HashSet<>();
		wanted.tables().forEach((table) -> modelled.add(table.name()));
		wanted.sequences().forEach((sequence) -> modelled.add(sequence.name()));
		return new ComparedSchemas(part(real, modelled, settings), part(wanted, modelled, settings));
	}

	private static SchemaObjects part(SchemaObjects schema, Set<ObjectName> modelled, ComparisonSettings settings) {
		List<Table> tables = schema.tables()
			.stream()
			.filter((table) -> isTaken(table.name(), modelled, settings))
			.filter((table) -> modelled.contains(table.name()) || !isOfTool(table))
			.filter((table) -> settings.looksAt(table.name()))
			.toList();
		Set<ObjectName> names = new HashSet<>();
		tables.forEach((table) -> names.add(table.name()));
		List<Sequence> sequences = schema.sequences()
			.stream()
			.filter((sequence) -> sequence.ownedBy() == null || names.contains(sequence.ownedBy().table()))
			.filter((sequence) -> isTaken(sequence.name(), modelled, settings))
			.filter((sequence) -> settings.looksAt(sequence.name().name()))
			.toList();
		return SchemaObjects.of(tables, schema.enums(), sequences);
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

	private static boolean isTaken(ObjectName name, Set<ObjectName> modelled, ComparisonSettings settings) {
		return !settings.migratorTables().contains(name.name())
				&& (name.schema() == null || settings.schemas().take(name.schema()))
				&& (modelled.contains(name) || !NamePatterns.match(OTHER_TOOLS, name.name()));
	}

}
