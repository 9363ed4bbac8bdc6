package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.autogenerate.rename.RenamedSchema;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.NotNullObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * The NOT NULL constraints of both sides. A name is wanted only if a person chose it; if
 * the model has none, the existing name stays.
 *
 * @param real those of the database, including those that are to change although they are
 * as PostgreSQL makes them
 * @param wanted the wanted ones
 */
record NotNulls(SchemaObjects real, SchemaObjects wanted) {

	/**
	 * @param there the schema of the database after the renames
	 * @param wanted the wanted schema
	 */
	static NotNulls of(RenamedSchema there, SchemaObjects wanted) {
		Map<ColumnName, NotNullObject> real = byColumn(there.schema());
		Map<ColumnName, NotNullObject> said = byColumn(wanted);
		if (real.isEmpty() && said.isEmpty()) {
			return new NotNulls(there.schema(), wanted);
		}
		Map<ColumnName, NotNullObject> known = new LinkedHashMap<>(real);
		Map<ObjectId, ObjectId> before = said.isEmpty() ? Map.of() : before(there);
		said.keySet()
			.stream()
			.filter((column) -> !real.containsKey(column)
					&& there.schema().get(ObjectId.column(column)) instanceof ColumnObject is && !is.takesNull())
			.forEach((column) -> known.put(column, usual(column, before)));
		Set<ColumnName> columns = new HashSet<>(known.keySet());
		columns.addAll(said.keySet());
		Map<ColumnName, NotNullObject> settled = new LinkedHashMap<>();
		for (ColumnName column : columns) {
			if (wanted.get(ObjectId.column(column)) instanceof ColumnObject to) {
				NotNullObject one = settled(to, said.get(column), known.get(column));
				if (one != null) {
					settled.put(column, one);
				}
			}
		}
		return new NotNulls(with(there.schema(), known), with(wanted, settled));
	}

	private static Map<ColumnName, NotNullObject> byColumn(SchemaObjects side) {
		Map<ColumnName, NotNullObject> notNulls = new LinkedHashMap<>();
		side.notNulls().forEach((notNull) -> notNulls.put(notNull.column(), notNull));
		return notNulls;
	}

	/**
	 * Returns the existing columns, by their identities after the renames.
	 */
	private static Map<ObjectId, ObjectId> before(RenamedSchema there) {
		Map<ObjectId, ObjectId> before = new HashMap<>();
		if (!there.changes().isEmpty()) {
			there.real()
				.all(ColumnObject.class)
				.forEach((column) -> before.put(column.id().renamed(there.renaming()), column.id()));
		}
		return before;
	}

	/**
	 * Returns a constraint as PostgreSQL makes it. It keeps its name when a table or
	 * column gets another one.
	 */
	private static NotNullObject usual(ColumnName column, Map<ObjectId, ObjectId> before) {
		ObjectId id = ObjectId.column(column);
		return new NotNullObject(column, DefaultNames.notNull(before.getOrDefault(id, id).columnName()), false, true);
	}

	private static @Nullable NotNullObject settled(ColumnObject column, @Nullable NotNullObject said,
			@Nullable NotNullObject there) {
		if (column.takesNull() && said == null) {
			return null;
		}
		String usual = DefaultNames.notNull(column.name());
		String name = (said != null && !DefaultNames.isOfNotNull(said.name())) ? said.name()
				: (there != null) ? there.name() : usual;
		NotNullObject settled = new NotNullObject(column.name(), name, said != null && said.noInherit(),
				!column.takesNull());
		boolean isUsual = settled.valid() && !settled.noInherit() && name.equals(usual);
		return (there == null && isUsual) ? null : settled;
	}

	/**
	 * Returns a schema with these constraints and no others.
	 */
	private static SchemaObjects with(SchemaObjects side, Map<ColumnName, NotNullObject> notNulls) {
		Set<ObjectId> tables = new HashSet<>();
		notNulls.keySet().forEach((column) -> tables.add(ObjectId.table(column.table())));
		side.notNulls().forEach((notNull) -> tables.add(ObjectId.table(notNull.table())));
		List<SchemaObject> objects = new ArrayList<>();
		for (ObjectId table : tables) {
			side.family(table).stream().filter((object) -> !(object instanceof NotNullObject)).forEach(objects::add);
		}
		notNulls.values().stream().filter((notNull) -> side.has(notNull.parent())).forEach(objects::add);
		return side.with(SchemaObjects.of(objects));
	}

}
