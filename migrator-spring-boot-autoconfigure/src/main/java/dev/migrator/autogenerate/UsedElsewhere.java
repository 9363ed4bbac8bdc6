package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.dialect.Dependants;
import dev.migrator.dialect.Dependants.Used;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.operation.ChangeType;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RebuildEnum;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameObject;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;

/**
 * Says where something that no model has, such as a view, stands in the way of a change.
 * To drop it and create it again is left to the author: its rights, its comments and what
 * depends on it in its turn would have to come back too.
 */
final class UsedElsewhere {

	/** What the database calls what has another name by then. */
	private final Map<ObjectName, ObjectName> tables = new HashMap<>();

	/** By the present name of the table. */
	private final Map<ColumnName, String> columns = new HashMap<>();

	private UsedElsewhere(List<Change> changes) {
		for (Change change : changes) {
			if (change.operation() instanceof RenameObject rename) {
				this.tables.put(rename.name().sibling(rename.to()), rename.name());
			}
			if (change.operation() instanceof RenameColumn rename) {
				this.columns.put(new ColumnName(before(rename.table()), rename.to()), rename.from());
			}
		}
	}

	/**
	 * The same changes, with a remark in front of those that PostgreSQL will refuse. Asks
	 * nothing if there is none that it might refuse.
	 * @param schemas the schemas whose tables are compared
	 */
	static List<Change> remarked(ServerConnection connection, List<Change> changes, Collection<String> schemas) {
		UsedElsewhere names = new UsedElsewhere(changes);
		Set<Used> used = new LinkedHashSet<>();
		changes.forEach((change) -> names.of(change).forEach(used::add));
		Map<Used, List<String>> found = Dependants.read(connection, used, schemas);
		if (found.isEmpty()) {
			return changes;
		}
		List<Change> remarked = new ArrayList<>();
		for (Change change : changes) {
			List<String> remarks = names.of(change)
				.filter(found::containsKey)
				.map((part) -> remark(found.getOrDefault(part, List.of())))
				.toList();
			remarked.add(remarks.isEmpty() ? change : change.withRemark(
					String.join("\n", Stream.concat(remarks.stream(), Stream.ofNullable(change.remark())).toList())));
		}
		return remarked;
	}

	private static String remark(List<String> dependants) {
		return "TODO: PostgreSQL refuses this while it is used by %s;%ndrop that before and create it again behind, in the downgrade too"
			.formatted(String.join(", ", dependants))
			.replace("\r\n", "\n");
	}

	private Stream<Used> of(Change change) {
		Stream<Operation> undo = (change.undo() != null) ? change.undo().stream() : Stream.empty();
		return Stream.concat(Stream.of(change.operation()), undo).flatMap(this::of).distinct();
	}

	private Stream<Used> of(Operation operation) {
		if (operation instanceof ChangeType change) {
			return Stream.of(column(change.column()));
		}
		if (operation instanceof DropColumn drop) {
			return Stream.of(column(new ColumnName(drop.table(), drop.column())));
		}
		if (operation instanceof RebuildEnum rebuild) {
			return rebuild.columns().stream().map((column) -> column(column.column()));
		}
		return (operation instanceof DropTable drop) ? Stream.of(new Used(before(drop.name()), null)) : Stream.empty();
	}

	private Used column(ColumnName column) {
		ObjectName table = before(column.table());
		return new Used(table, this.columns.getOrDefault(new ColumnName(table, column.column()), column.column()));
	}

	private ObjectName before(ObjectName table) {
		return this.tables.getOrDefault(table, table);
	}

}
