package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrator.operation.CreateSchema;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.DatabaseSchema;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;

/**
 * Compares what a database has with what it is to have. Both sides have to be written as
 * PostgreSQL writes them; what differs as text differs.
 *
 * <pre class="code">
 * Differences differences = new SchemaComparison(ComparisonSettings.DEFAULT).compare(real, wanted);
 * </pre>
 *
 * Compared are tables, columns with all that they have, constraints, indexes, sequences,
 * enum types and comments. Where an index is stored, whether a table is logged, and how
 * it is partitioned are not. What only the database has stays where {@link Removal} does
 * not say otherwise. Time and memory grow linearly with both sides.
 */
public final class SchemaComparison {

	private final ComparisonSettings settings;

	/**
	 * A comparison.
	 * @param settings what is compared, and what may come of it
	 */
	public SchemaComparison(ComparisonSettings settings) {
		this.settings = settings;
	}

	/**
	 * Compares two schemas.
	 * @param real what the database has
	 * @param wanted what it is to have
	 * @return what leads from one to the other; the same for the same schemas
	 * @throws InvalidRenameException if a rename of the settings cannot be
	 */
	public Differences compare(DatabaseSchema real, DatabaseSchema wanted) {
		ChangeList changes = new ChangeList();
		DatabaseSchema renamed = SchemaRenames.apply(real, wanted, this.settings.renames(), changes);
		ComparedSchemas compared = ComparedSchemas.of(renamed, wanted, this.settings);
		Enums enums = new Enums(renamed, wanted, compared.wanted(), this.settings);
		schemas(renamed, compared.wanted(), enums, changes);

		Map<ObjectName, Table> left = byName(compared.real());
		Map<ObjectName, TableComparison> both = new LinkedHashMap<>();
		List<Table> added = new ArrayList<>();
		Set<ObjectName> relations = relations(renamed);
		Set<ObjectName> removedNames = removed(left.keySet(), compared.wanted());
		FreeNames names = new FreeNames(this.settings, renamed, removedNames, compared.wanted());
		CandidateSearch candidates = new CandidateSearch();
		for (Table table : compared.wanted().tables()) {
			Table was = left.remove(table.name());
			if (was == null) {
				added.add(names.of(table));
				continue;
			}
			TableComparison comparison = new TableComparison(was, table, this.settings, enums.rebuilt(), relations,
					names, changes);
			both.put(table.name(), comparison);
			candidates.columns(was, table);
		}
		candidates.tables(left.values(), added);
		Collection<Table> removed = this.settings.removes(Removal.TABLES) ? left.values() : List.of();

		TableChanges tables = new TableChanges(both, changes);
		tables.create(added);
		Set<ObjectName> early = early(removed, compared.wanted(), enums);
		tables.drop(removed, early);
		tables.keep(renamed.tables()
			.stream()
			.filter((table) -> !both.containsKey(table.name()) && !removedNames.contains(table.name()))
			.toList(), removedNames);
		new EnumChanges(enums, both, removed, early, this.settings, changes).write();
		new SequenceChanges(both, removedNames, this.settings, changes).write(compared.real(), compared.wanted());
		return new Differences(changes.inOrder(), candidates.found());
	}

	private Set<ObjectName> removed(Set<ObjectName> real, DatabaseSchema wanted) {
		if (!this.settings.removes(Removal.TABLES)) {
			return Set.of();
		}
		Set<ObjectName> removed = new HashSet<>(real);
		wanted.tables().forEach((table) -> removed.remove(table.name()));
		return removed;
	}

	/**
	 * What the database has once the renames of the settings have run.
	 */
	DatabaseSchema renamed(DatabaseSchema real, DatabaseSchema wanted) {
		return SchemaRenames.apply(real, wanted, this.settings.renames(), new ChangeList());
	}

	private void schemas(DatabaseSchema real, DatabaseSchema wanted, Enums enums, ChangeList changes) {
		Set<String> there = new HashSet<>(this.settings.existingSchemas());
		names(real, real.enums()).forEach((name) -> there.add(String.valueOf(name.schema())));
		Set<String> needed = new TreeSet<>();
		names(wanted, enums.wanted().values()).map(ObjectName::schema)
			.filter((schema) -> schema != null && !there.contains(schema))
			.forEach(needed::add);
		needed.forEach((schema) -> changes.add(Phase.SCHEMAS, new CreateSchema(schema, false),
				"Detected added schema '%s'".formatted(schema)));
	}

	private static Stream<ObjectName> names(DatabaseSchema schema, Collection<EnumType> enums) {
		return Stream
			.of(schema.tables().stream().map(Table::name), enums.stream().map(EnumType::name),
					schema.sequences().stream().map(Sequence::name))
			.flatMap((names) -> names);
	}

	private static Map<ObjectName, Table> byName(DatabaseSchema schema) {
		Map<ObjectName, Table> tables = new LinkedHashMap<>();
		schema.tables().forEach((table) -> tables.put(table.name(), table));
		return tables;
	}

	private static Set<ObjectName> relations(DatabaseSchema schema) {
		Set<ObjectName> relations = new HashSet<>();
		schema.tables().forEach((table) -> relations(table).forEach(relations::add));
		schema.sequences().forEach((sequence) -> relations.add(sequence.name()));
		return relations;
	}

	/**
	 * Tables and what shares their namespace: indexes, and the constraints that have one.
	 */
	static Stream<ObjectName> relations(Table table) {
		Stream<String> constraints = table.constraints().stream().filter(Constraint::isRelation).map(Constraint::name);
		return Stream.concat(Stream.of(table.name()),
				Stream.concat(constraints, table.indexes().stream().map((index) -> index.name()))
					.map(table.name()::sibling));
	}

	/**
	 * Tables that have to go first: they keep a name that is needed, or a value of an
	 * enum that loses it.
	 */
	private static Set<ObjectName> early(Collection<Table> removed, DatabaseSchema wanted, Enums enums) {
		if (removed.isEmpty()) {
			return Set.of();
		}
		Set<ObjectName> needed = relations(wanted);
		Set<ObjectName> early = new HashSet<>();
		for (Table table : removed) {
			boolean inTheWay = relations(table).anyMatch(needed::contains) || table.columns()
				.stream()
				.anyMatch((column) -> Enums.of(column.type()).filter(enums.rebuilt()::contains).isPresent());
			if (inTheWay) {
				early.add(table.name());
			}
		}
		return early;
	}

}
