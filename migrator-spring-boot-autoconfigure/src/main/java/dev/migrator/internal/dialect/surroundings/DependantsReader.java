package dev.migrator.internal.dialect.surroundings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.migrator.internal.dialect.catalog.CatalogNames;
import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.CatalogSelection;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.catalog.UncomparedObjects;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.ObjectId.Kind;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects that use tables, columns, types, constraints, indexes and sequences,
 * and that {@link CatalogReader} does not read: views, routines, triggers, rules,
 * policies, and foreign keys of tables in other schemas. While they exist, PostgreSQL
 * neither drops the used object nor changes the type of a used column. Objects that use
 * one of them are read too.
 */
public final class DependantsReader {

	private static final Set<String> TABLES = Set.of("r", "p");

	/** The kinds of tables and views. */
	private static final Set<String> RELATIONS = Set.of("r", "p", "v", "m");

	private final ServerConnection connection;

	private final CatalogNames names;

	/** The objects found, by class and number. */
	private final Map<String, Row> found = new LinkedHashMap<>();

	private final Map<String, ObjectId> ids = new HashMap<>();

	/** The places in the order of creation, where all objects are read. */
	private final Map<String, Integer> numbers = new HashMap<>();

	private DependantsReader(ServerConnection connection, CatalogNames names) {
		this.connection = connection;
		this.names = names;
	}

	/**
	 * Reads the objects, with one message, and a second one if there are any.
	 * @param connection the session
	 * @param server the schemas of the database
	 * @param used the tables, columns, types, constraints, indexes and sequences that are
	 * changed or dropped
	 * @param schemas the schemas of the known tables
	 * @return the objects that use them, in the order of their descriptions
	 */
	public static List<OpaqueObject> read(ServerConnection connection, ServerSchemas server, Collection<ObjectId> used,
			Collection<String> schemas) {
		if (used.isEmpty()) {
			return List.of();
		}
		return new DependantsReader(connection, new CatalogNames(server.defaultSchema())).read(used, schemas);
	}

	/**
	 * Reads all objects of schemas that are known by their SQL, with one message, and a
	 * second one if there are any. Aggregates are not among them.
	 * @param connection the session
	 * @param server the schemas of the database
	 * @param schemas the schemas to read
	 * @return the objects, in the order of their descriptions
	 */
	public static List<OpaqueObject> all(ServerConnection connection, ServerSchemas server,
			Collection<String> schemas) {
		CatalogNames names = new CatalogNames(server.defaultSchema());
		CatalogSelection selection = CatalogSelection.schemas(schemas);
		List<List<Row>> rows = connection
			.queries(List.of(DependantsQuery.all(selection), RowSecurity.query(selection)));
		DependantsReader reader = new DependantsReader(connection, names);
		rows.get(0).forEach((row) -> reader.numbers.put(key(row, 0), reader.numbers.size() + 1));
		List<OpaqueObject> objects = new ArrayList<>(reader.read(rows.get(0)));
		rows.get(1).forEach((row) -> objects.add(RowSecurity.of(row, names)));
		return objects;
	}

	private List<OpaqueObject> read(Collection<ObjectId> used, Collection<String> schemas) {
		return read(this.connection.query(DependantsQuery.found(used, schemas)));
	}

	private List<OpaqueObject> read(List<Row> objectRows) {
		objectRows.forEach((row) -> this.found.put(key(row, 0), row));
		if (this.found.isEmpty()) {
			return List.of();
		}
		this.found.forEach((key, row) -> this.ids.put(key, id(row)));
		List<String> queries = new ArrayList<>();
		queries.add(DependantsQuery.needs(this.found.values()));
		queries.add(DependantsQuery.users(this.found.values()));
		queries.addAll(ObjectTexts.queries(this.found.values()));
		List<List<Row>> rows = this.connection.queries(queries);
		Map<String, Set<ObjectId>> needs = new HashMap<>();
		rows.get(0).forEach((row) -> needs.computeIfAbsent(key(row, 0), (key) -> new HashSet<>()).addAll(needs(row)));
		Map<String, ObjectTexts> texts = new HashMap<>();
		Map<String, Set<ObjectId>> users = new HashMap<>();
		rows.get(1)
			.forEach((row) -> users.computeIfAbsent("pg_proc " + row.required(0), (key) -> new HashSet<>())
				.add(user(row)));
		rows.subList(2, rows.size())
			.forEach((kind) -> kind.forEach((row) -> texts.put(key(row, 0), ObjectTexts.of(row))));
		List<OpaqueObject> objects = new ArrayList<>();
		this.found.forEach((key, row) -> objects
			.add(object(row, texts.get(key), needs.getOrDefault(key, Set.of()), users.getOrDefault(key, Set.of()))));
		objects.sort(Comparator.comparing(OpaqueObject::description));
		return objects;
	}

	private static String key(Row row, int first) {
		return row.required(first) + " " + row.required(first + 1);
	}

	private ObjectId id(Row row) {
		String kind = row.required(0);
		if (kind.equals("pg_proc")) {
			String schema = (row.text(8) != null) ? this.names.of(row.required(8), "f").schema() : null;
			return ObjectId.routine(schema, UncomparedObjects.withoutKnownSchemas(row.required(6), this.names));
		}
		if (row.text(5) == null || !RELATIONS.contains(row.text(5))) {
			return ObjectId.other(row.required(7) + " " + row.required(6));
		}
		ObjectName relation = this.names.of(row.required(2), row.required(3));
		ObjectId on = TABLES.contains(row.required(5)) ? ObjectId.table(relation) : ObjectId.view(relation);
		return switch (kind) {
			case "pg_class" -> on;
			case "pg_trigger" -> ObjectId.on(Kind.TRIGGER, on, row.required(4));
			case "pg_rewrite" -> ObjectId.on(Kind.RULE, on, row.required(4));
			case "pg_policy" -> ObjectId.on(Kind.POLICY, on, row.required(4));
			default -> ObjectId.constraint(relation, row.required(4));
		};
	}

	/**
	 * Returns the objects that an object needs according to a row. With a column it also
	 * needs the table. Before PostgreSQL 16 the rule of a view refers to the view itself.
	 */
	private Set<ObjectId> needs(Row row) {
		ObjectId opaque = this.ids.get(key(row, 2));
		if (opaque != null) {
			return opaque.equals(this.ids.get(key(row, 0))) ? Set.of() : Set.of(opaque);
		}
		if (row.text(4) == null) {
			return Set.of();
		}
		ObjectName name = this.names.of(row.required(4), row.required(5));
		String kind = row.text(7);
		if (kind == null) {
			return Set.of(ObjectId.type(name));
		}
		if (Set.of("i", "I").contains(kind)) {
			return Set.of(ObjectId.index(name));
		}
		if (kind.equals("S")) {
			return Set.of(ObjectId.sequence(name));
		}
		if (!TABLES.contains(kind)) {
			return Set.of(ObjectId.view(name));
		}
		String part = row.text(6);
		if (part == null) {
			return Set.of(ObjectId.table(name));
		}
		return Set.of(ObjectId.table(name), row.required(8).equals("t") ? ObjectId.constraint(name, part)
				: ObjectId.column(new ColumnName(name, part)));
	}

	private ObjectId user(Row row) {
		ObjectName name = this.names.of(row.required(2), row.required(3));
		return switch (Kind.valueOf(row.required(1))) {
			case DEFAULT -> ObjectId.defaultOf(new ColumnName(name, row.required(4)));
			case COLUMN -> ObjectId.column(name, row.required(4));
			case CONSTRAINT -> ObjectId.constraint(name, row.required(4));
			case INDEX -> ObjectId.index(name);
			default -> ObjectId.type(name);
		};
	}

	/**
	 * Describes the object in words that do not depend on the language of the server.
	 */
	private String description(Row row, ObjectId id) {
		String kind = row.required(7);
		return switch (id.kind()) {
			case OTHER, ROUTINE -> kind + " " + UncomparedObjects.withoutKnownSchemas(row.required(6), this.names);
			case TRIGGER, RULE, POLICY -> "%s %s on %s %s".formatted(kind, id.name(),
					(Objects.requireNonNull(id.in()).kind() == Kind.TABLE) ? "table" : "view", id.in().objectName());
			case CONSTRAINT -> "constraint %s on table %s".formatted(id.name(), id.columnName().table());
			default -> kind + " " + id.objectName();
		};
	}

	private OpaqueObject object(Row row, @Nullable ObjectTexts texts, Set<ObjectId> needs, Set<ObjectId> users) {
		ObjectId id = Objects.requireNonNull(this.ids.get(key(row, 0)));
		ObjectId parent = switch (id.kind()) {
			case TRIGGER, RULE, POLICY -> id.in();
			default -> null;
		};
		return new OpaqueObject(id, parent, description(row, id), (texts != null) ? texts.text() : null,
				(texts != null) ? texts.roles() : null, (texts != null) ? texts.drop() : "", needs, users,
				this.numbers.getOrDefault(key(row, 0), 0), false);
	}

}
