package dev.migrator.autogenerate.rule;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.autogenerate.Change;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SqlSource;

/**
 * Takes sequences and identities into new bounds before those are set, in the upgrade and
 * in the downgrade. Where none of their numbers stay possible, they begin again instead.
 *
 * @param up the statements for the new bounds
 * @param down the statements for the old ones
 */
record Bounds(List<String> up, List<String> down) {

	private static final String TAKEN = "PostgreSQL refuses bounds that the last number is not within: before them it goes on "
			+ "at the first one,\nand behind them it has none left";

	/**
	 * The change of the bounds, with what has to run before.
	 */
	List<Change> around(Change change) {
		List<Change> changes = new ArrayList<>();
		this.up.forEach((sql) -> changes.add(taken(sql).withRemark(changes.isEmpty() ? TAKEN : null)));
		if (this.down.isEmpty()) {
			changes.add(change);
			return changes;
		}
		List<Operation> undo = new ArrayList<>();
		this.down.forEach((sql) -> undo.add(taken(sql).operation()));
		undo.addAll(change.operation().reverse().stream().toList());
		changes.add(change.withUndo(undo).withUndoRemark(TAKEN));
		return changes;
	}

	private static Change taken(String sql) {
		return Change.of(new ExecuteSql(SqlSource.of(sql))).withUndo(List.of());
	}

}
