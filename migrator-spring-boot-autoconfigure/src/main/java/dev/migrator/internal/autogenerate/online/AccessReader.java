package dev.migrator.internal.autogenerate.online;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.order.NeedsReader;
import dev.migrator.internal.dialect.ddl.DirectiveSql;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.operation.ColumnDirective.SetNotNull;
import dev.migrator.operation.Directive;
import dev.migrator.operation.Effects;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;

/**
 * Reads the accesses of changes, in both directions. Considers only objects that some of
 * the changes change.
 */
final class AccessReader {

	private final NeedsReader needs;

	/** The changed objects, by name. */
	private final Map<String, List<ObjectId>> changed = new HashMap<>();

	/** The changed columns, by table. */
	private final Map<ObjectId, Set<String>> columns = new HashMap<>();

	/** The changed keys, by columns. */
	private final Map<Set<ObjectId>, List<ChangedKey>> keys = new HashMap<>();

	AccessReader(List<Change> changes) {
		List<SchemaObject> objects = new ArrayList<>();
		Set<ObjectId> ids = new LinkedHashSet<>();
		changes.stream().flatMap(AccessReader::operations).forEach((operation) -> {
			objects.addAll(operation.effects().known());
			written(operation).forEach(ids::add);
		});
		this.needs = new NeedsReader(objects, (table) -> this.columns.getOrDefault(ObjectId.table(table), Set.of()));
		for (ObjectId id : ids) {
			this.changed.computeIfAbsent(id.name(), (name) -> new ArrayList<>()).add(id);
			if (id.kind() == ObjectId.Kind.COLUMN && id.in() != null) {
				this.columns.computeIfAbsent(id.in(), (table) -> new HashSet<>()).add(id.name());
			}
		}
		changes.forEach((change) -> ChangedKey.of(change.operation().effects())
			.forEach((key) -> this.keys.computeIfAbsent(key.columns(), (columns) -> new ArrayList<>()).add(key)));
	}

	private static Stream<Operation> operations(Change change) {
		Collection<Operation> undo = (change.undo() != null) ? change.undo()
				: change.operation().reverse().stream().toList();
		return Stream.concat(Stream.of(change.operation()), undo.stream());
	}

	Access of(Change change) {
		Access access = new Access(new HashSet<>(), new HashSet<>());
		operations(change).forEach((operation) -> add(access, operation));
		Effects effects = change.operation().effects();
		ChangedKey.of(effects).forEach(access.writes()::add);
		for (SchemaObject object : effects.known()) {
			if (object instanceof KeyObject key) {
				boolean made = effects.makes().contains(key.id());
				this.keys.getOrDefault(key.references(), List.of())
					.stream()
					.filter((referenced) -> made || !referenced.made())
					.forEach(access.reads()::add);
			}
		}
		return access;
	}

	private void add(Access access, Operation operation) {
		Effects effects = operation.effects();
		if (effects.equals(Effects.NONE)) {
			mentioned(operation).forEach((id) -> need(access, id));
		}
		written(operation).forEach((id) -> {
			access.writes().add(id);
			whole(access, id);
		});
		access.writes().addAll(effects.frees());
		access.writes().addAll(effects.takes());
		for (SchemaObject object : effects.known()) {
			object.needs().forEach((id) -> need(access, id));
			this.needs.mentioned(object).forEach((id) -> need(access, id));
			if (object.parent() != null) {
				need(access, object.parent());
			}
		}
		effects.needs().forEach((id) -> need(access, id));
	}

	/**
	 * Adds the NOT NULL constraint, which exists since PostgreSQL 18 and can be renamed
	 * afterwards.
	 */
	private static Stream<ObjectId> written(Operation operation) {
		Effects effects = operation.effects();
		Stream<ObjectId> known = Stream.concat(effects.removes().stream(), effects.makes().stream());
		return (operation instanceof SetNotNull set)
				? Stream.concat(known,
						Stream.of(ObjectId.constraint(set.column().table(), DefaultNames.notNull(set.column()))))
				: known;
	}

	private static void need(Access access, ObjectId id) {
		access.reads().add(id);
		whole(access, id);
	}

	private static void whole(Access access, ObjectId part) {
		for (ObjectId id = part.in(); id != null; id = id.in()) {
			access.reads().add(id);
		}
	}

	/**
	 * Returns the changed objects that an operation with unknown effects may need: those
	 * that its SQL mentions. A name inside of a table counts only together with the name
	 * of the table.
	 */
	private Stream<ObjectId> mentioned(Operation operation) {
		Set<String> names = ExpressionColumns.names(sql(operation));
		return names.stream()
			.flatMap((name) -> this.changed.getOrDefault(name, List.of()).stream())
			.filter((id) -> id.in() == null || id.in().kind() != ObjectId.Kind.TABLE || names.contains(id.in().name()));
	}

	private static String sql(Operation operation) {
		if (operation instanceof Directive directive) {
			return DirectiveSql.inTransaction(directive).source().text();
		}
		return (operation instanceof ExecuteSql sql) ? sql.source().text() : "";
	}

	/**
	 * A key that is made or removed. When a foreign key is made, PostgreSQL chooses among
	 * all existing keys the one that it depends on.
	 */
	private record ChangedKey(ObjectId key, Set<ObjectId> columns, boolean made) {

		static Stream<ChangedKey> of(Effects effects) {
			return effects.known()
				.stream()
				.filter((object) -> object instanceof KeyObject key && !key.key().isEmpty())
				.map((object) -> new ChangedKey(object.id(), ((KeyObject) object).key(),
						effects.makes().contains(object.id())));
		}

	}

}
