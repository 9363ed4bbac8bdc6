package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.operation.AlterSetting;
import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.ColumnDirective.DropColumn;
import dev.migrator.operation.ColumnDirective.DropNotNull;
import dev.migrator.operation.ColumnDirective.SetNotNull;
import dev.migrator.operation.DomainDirective.AlterDomainNullability;
import dev.migrator.operation.EnumDirective.RebuildEnum;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ColumnName;

/**
 * The downgrade of a list of changes: the reverse of each, the last one first.
 *
 * @param changes the reverses, with what they destroy
 * @param irreversible operations that have no reverse; the revision cannot be undone if
 * there is one
 */
public record DowngradeChanges(List<Change> changes, List<Operation> irreversible) {

	public DowngradeChanges {
		changes = List.copyOf(changes);
		irreversible = List.copyOf(irreversible);
	}

	/**
	 * Reverses changes.
	 * @param upgrade the changes in the order in which they run
	 * @return the downgrade
	 */
	public static DowngradeChanges of(List<Change> upgrade) {
		List<Operation> back = new ArrayList<>();
		IdentityHashMap<Operation, Change> remarked = new IdentityHashMap<>();
		List<Operation> irreversible = new ArrayList<>();
		for (int i = upgrade.size() - 1; i >= 0; i--) {
			Change change = upgrade.get(i);
			List<Operation> undo = (change.undo() != null) ? change.undo()
					: change.operation().reverse().stream().toList();
			if (undo.isEmpty() && change.undo() == null) {
				irreversible.add(change.operation());
			}
			if (!undo.isEmpty() && change.undoRemark() != null) {
				remarked.put(undone(undo), change);
			}
			back.addAll(undo);
		}
		List<Change> changes = new ArrayList<>();
		for (Operation operation : withoutIdle(back)) {
			List<Change> reversed = new ArrayList<>(change(operation));
			Change undone = remarked.get(operation);
			if (undone != null && undone.undoRemark() != null) {
				Change.Builder first = reversed.get(0).toBuilder().remarkBehind(undone.isUndoRemarkBehind());
				reversed.set(0, ((operation instanceof AlterColumnType) ? first.remark(undone.undoRemark())
						: first.firstRemark(undone.undoRemark()))
					.build());
			}
			changes.addAll(reversed);
		}
		return new DowngradeChanges(changes, irreversible);
	}

	/**
	 * Returns the operation that a remark is about. Before an enum is rebuilt, other
	 * operations may drop objects that prevent it.
	 */
	private static Operation undone(List<Operation> undo) {
		return undo.stream().filter(RebuildEnum.class::isInstance).findFirst().orElse(undo.get(0));
	}

	/**
	 * Removes operations without effect: the type of a column need not change before it
	 * is dropped.
	 */
	private static List<Operation> withoutIdle(List<Operation> operations) {
		Set<ColumnName> added = new HashSet<>();
		Map<ColumnName, Integer> dropped = new HashMap<>();
		for (int i = 0; i < operations.size(); i++) {
			if (operations.get(i) instanceof AddColumn add) {
				added.add(new ColumnName(add.table(), add.column().name()));
			}
			if (operations.get(i) instanceof DropColumn drop) {
				dropped.put(new ColumnName(drop.table(), drop.column()), i);
			}
		}
		List<Operation> needed = new ArrayList<>();
		for (int i = 0; i < operations.size(); i++) {
			boolean idle = operations.get(i) instanceof DropNotNull drop && !added.contains(drop.column())
					&& dropped.getOrDefault(drop.column(), -1) > i;
			if (!idle) {
				needed.add(operations.get(i));
			}
		}
		return needed;
	}

	private static List<Change> change(Operation operation) {
		if (operation instanceof AddColumn add) {
			return ColumnRemarks.inSteps(Change.of(add));
		}
		if (operation instanceof AlterColumnType type) {
			return List.of(ColumnRemarks.judged(type));
		}
		if (operation instanceof AlterSetting change) {
			return List.of(SettingRemarks.judged(change));
		}
		if (operation instanceof AlterDomainNullability change) {
			return List.of(ColumnRemarks.judged(change));
		}
		if (operation instanceof SetNotNull set) {
			return List.of(Change.builder(operation).remark(ColumnRemarks.fill(set.column())).build());
		}
		return List.of(Change.builder(operation).loss(operation.loss()).build());
	}

}
