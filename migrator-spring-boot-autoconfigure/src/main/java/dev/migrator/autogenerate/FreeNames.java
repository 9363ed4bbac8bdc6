package dev.migrator.autogenerate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

import dev.migrator.dialect.DefaultNames;
import dev.migrator.schema.Check;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.SchemaObjects;

/**
 * Finds names for what is added and was not named by anybody: where the database has the
 * invented one already, the next with a number, as PostgreSQL does.
 */
final class FreeNames {

	private final ComparisonSettings settings;

	/** Tables, indexes and sequences that stay. */
	private final Set<ObjectName> relations = new HashSet<>();

	/** Constraints that stay, by their table. */
	private final Map<ObjectName, Set<String>> constraints = new HashMap<>();

	/** Names that the model needs, or that were given here. */
	private final Set<ObjectName> wantedRelations = new HashSet<>();

	private final Map<ObjectName, Set<String>> wantedConstraints = new HashMap<>();

	/**
	 * Creates a search for names.
	 * @param settings what is invented
	 * @param real what the database has
	 * @param removed tables of which no name stays
	 * @param wanted what it is to have
	 */
	FreeNames(ComparisonSettings settings, SchemaObjects real, Set<ObjectName> removed, SchemaObjects wanted) {
		this.settings = settings;
		real.sequences().forEach((sequence) -> this.relations.add(sequence.name()));
		real.tables()
			.stream()
			.filter((table) -> !removed.contains(table.name()))
			.forEach((table) -> collect(table, this.relations, this.constraints));
		wanted.sequences().forEach((sequence) -> this.wantedRelations.add(sequence.name()));
		wanted.tables().forEach((table) -> collect(table, this.wantedRelations, this.wantedConstraints));
	}

	private static void collect(Table table, Set<ObjectName> relations, Map<ObjectName, Set<String>> constraints) {
		SchemaComparison.relations(table).forEach(relations::add);
		Set<String> names = new HashSet<>();
		table.constraints().forEach((constraint) -> names.add(constraint.name()));
		constraints.put(table.name(), names);
	}

	/**
	 * Says that a constraint goes before anything is added.
	 */
	void release(ObjectName table, Constraint constraint) {
		of(this.constraints, table).remove(constraint.name());
		if (constraint.isRelation()) {
			this.relations.remove(table.sibling(constraint.name()));
		}
	}

	void release(Index index) {
		this.relations.remove(index.qualifiedName());
	}

	Table of(Table table) {
		return new Table(table.name(), table.columns(),
				table.constraints().stream().map((constraint) -> of(table, constraint)).toList(),
				table.indexes().stream().map(this::of).toList(), table.unlogged(), table.partitionBy(),
				table.comment());
	}

	Index of(Index index) {
		return index.named(free(index.table(), index.name(), true,
				(number) -> DefaultNames.of(index.table(), index.unchosenName(), number)));
	}

	/**
	 * A constraint with a name that is free.
	 * @param table the table that it is added to
	 * @param constraint the constraint
	 */
	Constraint of(Table table, Constraint constraint) {
		return constraint.named(free(table.name(), constraint.name(), constraint.isRelation(),
				(number) -> numbered(table, constraint, number)));
	}

	/**
	 * The check of one column is called after it.
	 */
	private static String numbered(Table table, Constraint constraint, int number) {
		ObjectName name = table.name();
		return (constraint instanceof Check)
				? table.columns()
					.stream()
					.map(Column::name)
					.filter((column) -> constraint.name().startsWith(DefaultNames.check(name, column)))
					.findFirst()
					.map((column) -> DefaultNames.check(name, column, number))
					.orElseGet(() -> DefaultNames.check(name, null, number))
				: DefaultNames.of(name, constraint.unchosenName(), number);
	}

	private String free(ObjectName table, String name, boolean relation, IntFunction<String> numbered) {
		if (!this.settings.isInvented(table, name) || !isTaken(table, name, relation)) {
			return name;
		}
		int number = 1;
		String other = numbered.apply(number);
		while (isTaken(table, other, relation) || of(this.wantedConstraints, table).contains(other)
				|| (relation && this.wantedRelations.contains(table.sibling(other)))) {
			other = numbered.apply(++number);
		}
		of(this.wantedConstraints, table).add(other);
		this.wantedRelations.add(table.sibling(other));
		return other;
	}

	private boolean isTaken(ObjectName table, String name, boolean relation) {
		return of(this.constraints, table).contains(name) || (relation && this.relations.contains(table.sibling(name)));
	}

	private static Set<String> of(Map<ObjectName, Set<String>> names, ObjectName table) {
		return names.computeIfAbsent(table, (key) -> new HashSet<>());
	}

}
