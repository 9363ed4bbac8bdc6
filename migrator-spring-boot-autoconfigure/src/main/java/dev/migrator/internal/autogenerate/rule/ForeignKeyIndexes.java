package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ImplicitName;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.internal.schema.IndexObject;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;

import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.element.Key;
import dev.migrator.schema.element.Table;

/**
 * The foreign keys of a model whose columns no index begins with. PostgreSQL creates none
 * for a foreign key, and reads the whole table for each row that is deleted from the
 * referenced one, or whose key changes there.
 */
public final class ForeignKeyIndexes {

	private ForeignKeyIndexes() {
	}

	/**
	 * Returns the model with an index for each of its foreign keys that has none.
	 * @param model the model
	 * @param real the objects of the database: an index that is there is used
	 * @return the model; the indexes in it have generated names
	 */
	public static WantedModel added(WantedModel model, SchemaObjects real) {
		Set<ObjectName> taken = new HashSet<>();
		Stream.of(model.schema(), real)
			.flatMap((side) -> side.all().stream())
			.flatMap((object) -> object.relation().stream())
			.forEach(taken::add);
		List<SchemaObject> indexes = new ArrayList<>();
		Set<ImplicitName> invented = new HashSet<>(model.invented());
		for (Table table : model.schema().tables()) {
			for (ForeignKey key : without(table, real)) {
				String name = free(table.name(), key.columns(), taken);
				invented.add(new ImplicitName(table.name(), name));
				indexes.add(new IndexObject(
						new Index(name, table.name(), key.columns().stream().map(IndexKey::column).toList(), false,
								false, null, List.of(), null, Map.of(), null)));
			}
		}
		if (indexes.isEmpty()) {
			return model;
		}
		indexes.addAll(0, model.schema().all());
		return model.toBuilder().schema(SchemaObjects.of(indexes)).invented(invented).build();
	}

	/**
	 * Returns the foreign keys that changes create, and that get no index.
	 * @param found the differences with the changes
	 * @return each as {@code orders (user_id)}
	 */
	public static List<String> missing(ModelDifferences found) {
		List<String> missing = new ArrayList<>();
		for (Change change : found.differences().changes()) {
			if (change.operation() instanceof CreateTable create) {
				create.table().constraints().forEach((key) -> addIfMissing(create.table().name(), key, found, missing));
			}
			else if (change.operation() instanceof AddConstraint add) {
				addIfMissing(add.table(), add.constraint(), found, missing);
			}
		}
		return missing;
	}

	private static void addIfMissing(ObjectName table, Constraint constraint, ModelDifferences found,
			List<String> missing) {
		if (constraint instanceof ForeignKey key && Stream.of(found.model().schema(), found.real())
			.flatMap((side) -> side.table(table).stream())
			.flatMap((side) -> indexed(side).stream())
			.noneMatch((columns) -> begins(columns, key))) {
			missing.add("%s (%s)".formatted(table, String.join(", ", key.columns())));
		}
	}

	private static List<ForeignKey> without(Table table, SchemaObjects real) {
		List<List<String>> indexed = new ArrayList<>(indexed(table));
		real.table(table.name()).ifPresent((there) -> indexed.addAll(indexed(there)));
		List<ForeignKey> without = new ArrayList<>();
		for (Constraint constraint : table.constraints()) {
			if (constraint instanceof ForeignKey key && indexed.stream().noneMatch((columns) -> begins(columns, key))) {
				without.add(key);
				indexed.add(key.columns());
			}
		}
		return without;
	}

	/**
	 * Returns the columns of the indexes with all rows, and of those of keys.
	 */
	private static List<List<String>> indexed(Table table) {
		List<List<String>> indexed = new ArrayList<>();
		table.constraints().forEach((constraint) -> {
			if (constraint instanceof Key key) {
				indexed.add(key.columns());
			}
		});
		table.indexes()
			.stream()
			.filter((index) -> index.where() == null && (index.method() == null || index.method().equals("btree")))
			.map((index) -> index.keys().stream().map((key) -> (key.column() != null) ? key.column() : "").toList())
			.forEach(indexed::add);
		return indexed;
	}

	private static boolean begins(List<String> indexed, ForeignKey key) {
		int size = key.columns().size();
		return indexed.size() >= size && Set.copyOf(indexed.subList(0, size)).equals(Set.copyOf(key.columns()));
	}

	private static String free(ObjectName table, List<String> columns, Set<ObjectName> taken) {
		int number = 0;
		String name = DefaultNames.index(table, columns, number);
		while (!taken.add(table.sibling(name))) {
			name = DefaultNames.index(table, columns, ++number);
		}
		return name;
	}

}
