package dev.migrator.internal.autogenerate.baseline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.internal.dialect.catalog.CatalogReader.CatalogContents;
import dev.migrator.internal.dialect.catalog.UncomparedObject;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.definition.Definition;
import dev.migrator.internal.dialect.definition.DefinitionReader;
import dev.migrator.internal.dialect.definition.SequenceValue;
import dev.migrator.internal.dialect.normalform.TableShape;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;

/**
 * Chooses what is written of a database: not the tables of tools that migrate it, and
 * nothing that the settings leave out.
 */
final class WrittenObjects {

	/** The history of a migrator with other table names, and of other tools. */
	private static final List<TableShape> TOOLS = List.of(
			new TableShape(List.of("revision", "direction", "started", "duration", "outcome")), TableShape.OF_FLYWAY,
			TableShape.OF_LIQUIBASE, TableShape.OF_LIQUIBASE_LOCK);

	private static final Set<String> ALEMBIC = Set.of("alembic_version");

	private final ComparisonSettings settings;

	private final SchemaObjects compared;

	private final Set<ObjectName> without;

	private final List<String> unwritten = new ArrayList<>();

	private WrittenObjects(SchemaObjects compared, Set<ObjectName> without, ComparisonSettings settings) {
		this.compared = compared;
		this.without = without;
		this.settings = settings;
	}

	static WrittenObjects of(CatalogContents contents, ComparisonSettings settings) {
		SchemaObjects all = contents.schema();
		Set<ObjectName> without = all.tables()
			.stream()
			.filter((table) -> isOfTool(table) || !settings.looksAt(table.name()))
			.map(Table::name)
			.collect(Collectors.toSet());
		Set<ObjectName> sequences = all.sequences()
			.stream()
			.filter((sequence) -> sequence.ownedBy() != null && without.contains(sequence.ownedBy().table()))
			.map(Sequence::name)
			.collect(Collectors.toSet());
		SchemaObjects compared = all.only((root) -> switch (root.kind()) {
			case TABLE -> !without.contains(root.objectName());
			case SEQUENCE -> !sequences.contains(root.objectName()) && settings.looksAt(root.name());
			default -> settings.looksAt(root.name());
		});
		WrittenObjects written = new WrittenObjects(compared, without, settings);
		written.nameExcluded(all);
		contents.uncompared().forEach(written::nameUnknown);
		return written;
	}

	private static boolean isOfTool(Table table) {
		List<String> columns = table.columns().stream().map(Column::name).toList();
		return TOOLS.stream().anyMatch((tool) -> tool.fits(columns)) || ALEMBIC.contains(table.name().name());
	}

	private void nameExcluded(SchemaObjects all) {
		Set<ObjectId> taken = new HashSet<>(this.compared.roots());
		all.roots()
			.stream()
			.filter((root) -> !taken.contains(root))
			.sorted(ObjectId.ORDER)
			.forEach((root) -> this.unwritten.add(root + (isTool(root, all) ? " (of a tool that migrates the database)"
					: " (left out by the settings of autogenerate)")));
	}

	private static boolean isTool(ObjectId root, SchemaObjects all) {
		return root.kind() == ObjectId.Kind.TABLE
				&& all.table(root.objectName()).filter(WrittenObjects::isOfTool).isPresent();
	}

	private void nameUnknown(UncomparedObject object) {
		if (!DefinitionReader.KINDS.contains(object.kind())) {
			this.unwritten.add(object.kind() + " " + object.identity());
		}
		else if (!isTaken(object)) {
			this.unwritten
				.add("%s %s (left out by the settings of autogenerate)".formatted(object.kind(), object.identity()));
		}
	}

	private boolean isTaken(UncomparedObject object) {
		return this.settings.looksAt(object)
				&& (object.relation() == null || !this.without.contains(object.relation()));
	}

	SchemaObjects compared() {
		return this.compared;
	}

	/**
	 * Returns what is not written, in words.
	 */
	List<String> unwritten() {
		return this.unwritten;
	}

	/**
	 * Returns the definitions that are written.
	 */
	List<Definition> taken(List<Definition> all) {
		return all.stream().filter((definition) -> {
			ObjectName name = new ObjectName(definition.schema(), definition.name());
			return switch (definition.kind()) {
				case SCHEMA, EXTENSION -> true;
				case TYPE, ROUTINE -> this.settings.looksAt(definition.name());
				case TABLE, VIEW, MATERIALIZED_VIEW -> this.settings.looksAt(name);
				default -> !this.without.contains(name) && this.settings.looksAt(name)
						&& this.settings.looksAt(definition.identity());
			};
		}).toList();
	}

	/**
	 * Returns the statements that set the sequences to their present values.
	 */
	List<String> valuesOf(ServerConnection connection, Collection<String> schemas) {
		return SequenceValue.read(connection, schemas)
			.stream()
			.filter((value) -> (value.owner() != null && value.internal())
					? this.settings.looksAt(value.owner()) && !this.without.contains(value.owner())
					: this.compared.has(ObjectId.sequence(value.sequence())) || value.owner() != null)
			.map(SequenceValue::statement)
			.toList();
	}

}
