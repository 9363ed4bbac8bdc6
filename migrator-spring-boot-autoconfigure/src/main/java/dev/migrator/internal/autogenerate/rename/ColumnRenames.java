package dev.migrator.internal.autogenerate.rename;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.InvalidRenameException;
import dev.migrator.autogenerate.Rename;
import dev.migrator.internal.autogenerate.situation.TemporaryName;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.ColumnDirective.RenameColumn;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Table;

/**
 * Applies the given renames of columns.
 */
final class ColumnRenames {

	private final Map<ObjectName, Table> tables = new HashMap<>();

	private final SchemaObjects wanted;

	/** The old name of a table, by its present name. */
	private final Map<ObjectName, ObjectName> before;

	private final RenameCircles circles;

	private final GivenNames names;

	private final List<Change> changes;

	/**
	 * The present names of the columns that get a name that another column still has.
	 */
	private final Map<ColumnName, String> waitingColumns = new HashMap<>();

	/**
	 * @param before the old name of each table by its present name, kept current by the
	 * renames of tables
	 * @param names receives the new names
	 * @param changes receives the changes
	 */
	ColumnRenames(SchemaObjects real, SchemaObjects wanted, Map<ObjectName, ObjectName> before, RenameCircles circles,
			GivenNames names, List<Change> changes) {
		real.tables().forEach((table) -> this.tables.put(table.name(), table));
		this.wanted = wanted;
		this.before = before;
		this.circles = circles;
		this.names = names;
		this.changes = changes;
	}

	/**
	 * Adds a rename.
	 * @throws InvalidRenameException if it is not possible
	 */
	void add(Rename rename) {
		ObjectName table = tableOf(rename, rename.from());
		ObjectName first = this.before.get(table);
		String from = Rename.column(rename.from());
		String to = Rename.column(rename.to());
		Table was = (first != null) ? this.tables.get(first) : null;
		if (first == null || was == null || was.columns().stream().noneMatch((column) -> column.name().equals(from))) {
			throw new InvalidRenameException(
					"The rename %s is not possible: the database has no table, column, sequence or enum value %s."
						.formatted(rename, rename.from()),
					Rename.FORMS);
		}
		Map<String, String> renamed = this.names.columns(first);
		if (renamed.containsKey(from)) {
			throw new InvalidRenameException("The rename %s is not possible: %s is already renamed to \"%s\"."
				.formatted(rename, rename.from(), renamed.get(from)), "Use only one of them.");
		}
		if (Rename.lastDot(rename.to()) < 1) {
			throw new InvalidRenameException(
					"The rename %s is not possible: %s is a column, and %s contains no table.".formatted(rename,
							rename.from(), rename.to()),
					"Write --rename %s=%s.%s.".formatted(rename.from(), table, rename.to()));
		}
		ObjectName target = tableOf(rename.to());
		if (!target.equals(table) && !target.equals(first)) {
			throw new InvalidRenameException(
					"The rename %s is not possible: it would move a column to another table.".formatted(rename),
					"Write the same table on both sides.");
		}
		boolean waits = was.columns()
			.stream()
			.anyMatch((column) -> column.name().equals(to) && !renamed.containsKey(to));
		if (renamed.containsValue(to) || (waits && !this.circles.contains(rename))) {
			throw new InvalidRenameException("The rename %s is not possible: the table %s already has a column \"%s\"."
				.formatted(rename, table, to), "Remove this rename, or give the rename of that column before it.");
		}
		if (this.wanted.table(table)
			.stream()
			.flatMap((it) -> it.columns().stream())
			.noneMatch((it) -> it.name().equals(to))) {
			throw new InvalidRenameException(
					"The rename %s is not possible: the model has no column %s.".formatted(rename, rename.to()),
					"Check the name of the column in the model. If its table is renamed too, give that rename first.");
		}
		renamed.put(from, to);
		String now = waits ? thirdName(was, from) : to;
		this.changes.add(Change.of(new RenameColumn(table, from, now),
				"Detected renamed column '%s.%s' to '%s.%s'".formatted(table, from, table, to)));
		if (waits) {
			this.waitingColumns.put(new ColumnName(table, to), now);
		}
		String waiting = this.waitingColumns.remove(new ColumnName(table, from));
		if (waiting != null) {
			this.changes.add(Change.of(new RenameColumn(table, waiting, from)));
		}
	}

	private String thirdName(Table table, String column) {
		Set<String> names = new HashSet<>();
		table.columns().forEach((it) -> names.add(it.name()));
		return new TemporaryName(column).free(names::contains);
	}

	private static ObjectName tableOf(String column) {
		return ObjectName.of(column.substring(0, Rename.lastDot(column)));
	}

	private static ObjectName tableOf(Rename rename, String column) {
		int dot = Rename.lastDot(column);
		if (dot < 1) {
			throw new InvalidRenameException(
					"The rename %s is not possible: the database has no table and no sequence %s.".formatted(rename,
							rename.from()),
					Rename.FORMS);
		}
		return tableOf(column);
	}

}
