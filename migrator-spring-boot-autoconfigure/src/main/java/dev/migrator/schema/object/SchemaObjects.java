package dev.migrator.schema.object;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.DatabaseSchema;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Renaming;
import dev.migrator.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * All objects of a schema, in the order in which one would write them: a table is
 * followed by all that is in it. Does not change.
 */
public final class SchemaObjects {

	private final Map<ObjectId, SchemaObject> objects;

	private final Map<ObjectId, List<SchemaObject>> parts = new HashMap<>();

	private SchemaObjects(Map<ObjectId, SchemaObject> objects) {
		this.objects = objects;
		objects.values().forEach((object) -> {
			ObjectId parent = object.parent();
			if (parent != null) {
				this.parts.computeIfAbsent(parent, (id) -> new ArrayList<>()).add(object);
			}
		});
	}

	/**
	 * Takes objects.
	 * @param objects the objects, each behind what it belongs to; of two of one identity
	 * the later one counts
	 * @return all of them
	 */
	public static SchemaObjects of(Collection<? extends SchemaObject> objects) {
		Map<ObjectId, SchemaObject> byId = new LinkedHashMap<>();
		objects.forEach((object) -> byId.put(object.id(), object));
		return new SchemaObjects(byId);
	}

	/**
	 * Takes a schema to pieces.
	 * @param schema the schema
	 * @return its objects
	 */
	public static SchemaObjects of(DatabaseSchema schema) {
		return of(schema, SchemaObjects::of);
	}

	/**
	 * Takes a schema to pieces of which some are there already.
	 * @param schema the schema
	 * @param pieces the objects of a table
	 * @return its objects
	 */
	public static SchemaObjects of(DatabaseSchema schema, Function<Table, List<SchemaObject>> pieces) {
		List<SchemaObject> objects = new ArrayList<>();
		schema.enums().forEach((type) -> objects.add(new EnumObject(type)));
		schema.sequences().forEach((sequence) -> objects.add(new SequenceObject(sequence)));
		schema.tables().forEach((table) -> objects.addAll(pieces.apply(table)));
		return of(objects);
	}

	/**
	 * Takes a table to pieces.
	 * @param table the table
	 * @return its objects, the table as such first
	 */
	public static List<SchemaObject> of(Table table) {
		List<SchemaObject> objects = new ArrayList<>();
		objects.add(new TableObject(table.name(), table.unlogged(), table.partitionBy()));
		List<String> primaryKey = table.primaryKey().map(Constraint::keyColumns).orElse(List.of());
		for (Column column : table.columns()) {
			add(table.name(), column, objects, primaryKey.contains(column.name()));
		}
		table.constraints().forEach((constraint) -> objects.add(new ConstraintObject(table.name(), constraint)));
		table.indexes().forEach((index) -> objects.add(new IndexObject(index)));
		comment(ObjectId.table(table.name()), table.comment(), objects);
		return objects;
	}

	/**
	 * Takes a column to pieces.
	 * @param table its table
	 * @param column the column
	 * @return its objects, the column as such first
	 */
	public static List<SchemaObject> of(ObjectName table, Column column) {
		List<SchemaObject> objects = new ArrayList<>();
		add(table, column, objects, false);
		return objects;
	}

	private static void add(ObjectName table, Column column, List<SchemaObject> objects, boolean inPrimaryKey) {
		ColumnName name = new ColumnName(table, column.name());
		objects.add(new ColumnObject(name, objects.size(), column.type(), column.nullable(), inPrimaryKey,
				column.generated(), column.collation()));
		if (column.defaultValue() != null) {
			objects.add(new DefaultObject(name, column.defaultValue()));
		}
		if (column.identity() != null) {
			objects.add(new IdentityObject(name, column.identity(), column.type()));
		}
		comment(ObjectId.column(name), column.comment(), objects);
	}

	private static void comment(ObjectId of, @Nullable String text, List<SchemaObject> objects) {
		if (text != null) {
			objects.add(new CommentObject(of, text));
		}
	}

	/**
	 * All objects.
	 * @return the objects, each behind what it belongs to
	 */
	public Collection<SchemaObject> all() {
		return Collections.unmodifiableCollection(this.objects.values());
	}

	/**
	 * Whether an object is there.
	 * @param id its identity
	 * @return whether it is
	 */
	public boolean has(ObjectId id) {
		return this.objects.containsKey(id);
	}

	/**
	 * An object.
	 * @param id its identity
	 * @return the object, or {@code null} if it is not there
	 */
	public @Nullable SchemaObject get(ObjectId id) {
		return this.objects.get(id);
	}

	/**
	 * The objects of one kind.
	 * @param <T> the kind
	 * @param type the kind
	 * @return all of them
	 */
	public <T extends SchemaObject> List<T> all(Class<T> type) {
		return this.objects.values().stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * What belongs to an object, by itself and not by way of another.
	 * @param id the identity of the object
	 * @return its parts, in their order
	 */
	public List<SchemaObject> partsOf(ObjectId id) {
		return Collections.unmodifiableList(this.parts.getOrDefault(id, List.of()));
	}

	/**
	 * The parts of one kind that belong to an object.
	 * @param <T> the kind
	 * @param id the identity of the object
	 * @param type the kind
	 * @return its parts
	 */
	public <T extends SchemaObject> List<T> partsOf(ObjectId id, Class<T> type) {
		return partsOf(id).stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * The same objects where some are called otherwise.
	 * @param renaming what is called otherwise
	 * @return the objects, in the same order
	 */
	public SchemaObjects renamed(Renaming renaming) {
		return of(this.objects.values().stream().map((object) -> object.renamed(renaming)).toList());
	}

	/**
	 * All objects together.
	 * @return the schema that is made of them
	 */
	public DatabaseSchema schema() {
		return new DatabaseSchema(
				all(TableObject.class).stream().flatMap((table) -> table(table.name()).stream()).toList(),
				all(EnumObject.class).stream().map(EnumObject::type).toList(),
				all(SequenceObject.class).stream().map(SequenceObject::sequence).toList());
	}

	/**
	 * An object and all that belongs to it, by itself or by way of another.
	 * @param id the identity of the object
	 * @return the objects, each behind what it belongs to
	 */
	public Stream<SchemaObject> family(ObjectId id) {
		return Stream.concat(Stream.ofNullable(get(id)), partsOf(id).stream().flatMap((part) -> family(part.id())));
	}

	/**
	 * A table with all that is in it.
	 * @param name its name
	 * @return the table, or empty if it is not there
	 */
	public Optional<Table> table(ObjectName name) {
		return table(name, (object) -> true);
	}

	/**
	 * A table with some of what is in it.
	 * @param name its name
	 * @param taken whether a part of it, or of one of its columns, is taken along
	 * @return the table, or empty if it is not there
	 */
	public Optional<Table> table(ObjectName name, Predicate<SchemaObject> taken) {
		ObjectId id = ObjectId.table(name);
		return (get(id) instanceof TableObject table) ? Optional.of(table(id, table, taken)) : Optional.empty();
	}

	private Table table(ObjectId id, TableObject table, Predicate<SchemaObject> taken) {
		List<Column> columns = new ArrayList<>();
		List<Constraint> constraints = new ArrayList<>();
		List<Index> indexes = new ArrayList<>();
		String comment = null;
		for (SchemaObject part : this.parts.getOrDefault(id, List.of())) {
			if (!taken.test(part)) {
				continue;
			}
			if (part instanceof ColumnObject column) {
				columns.add(column(column, taken));
			}
			else if (part instanceof ConstraintObject constraint) {
				constraints.add(constraint.constraint());
			}
			else if (part instanceof IndexObject index) {
				indexes.add(index.index());
			}
			else if (part instanceof CommentObject text) {
				comment = text.text();
			}
		}
		return new Table(table.name(), columns, constraints, indexes, table.unlogged(), table.partitionBy(), comment);
	}

	/**
	 * A column with all that is said of it.
	 * @param column the column as such
	 * @return the column
	 */
	public Column column(ColumnObject column) {
		return column(column, (object) -> true);
	}

	/**
	 * A column with some of what is said of it.
	 * @param column the column as such
	 * @param taken whether a part of it is taken along
	 * @return the column
	 */
	public Column column(ColumnObject column, Predicate<SchemaObject> taken) {
		Expression defaultValue = null;
		Identity identity = null;
		String comment = null;
		for (SchemaObject part : this.parts.getOrDefault(column.id(), List.of())) {
			if (!taken.test(part)) {
				continue;
			}
			if (part instanceof DefaultObject value) {
				defaultValue = value.value();
			}
			else if (part instanceof IdentityObject numbers) {
				identity = numbers.identity();
			}
			else if (part instanceof CommentObject text) {
				comment = text.text();
			}
		}
		return new Column(column.name().column(), column.type(), column.nullable(), defaultValue, identity,
				column.generated(), column.collation(), comment);
	}

}
