package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.dialect.value.SequenceBounds;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ColumnName;

/**
 * Moves sequences and identities into new bounds before these are set, in the upgrade and
 * in the downgrade. If none of their numbers is possible any more, they start again
 * instead.
 *
 * @param up the new bounds
 * @param down the old ones
 * @param columns the columns that are known to have its numbers
 */
record Bounds(SequenceBounds up, SequenceBounds down, List<ColumnName> columns) {

	private static final String ENDS = "if it has passed the new bounds already, it has no numbers left: nextval fails then, and where it stood is lost.\n"
			+ "PostgreSQL refuses bounds that it stands outside of";

	private static final String BEGINS = "if it has not come to the new bounds yet, it goes on at the first number within them.\n"
			+ "PostgreSQL refuses bounds that it stands outside of";

	private static final String LOST = "where it stood before the upgrade is not known any more if it had passed the new bounds, and neither is which rows\n"
			+ "have its numbers: set it behind them (setval), or numbers may be given twice";

	/**
	 * Returns the change of the bounds, with the changes that must run before it.
	 */
	List<Change> around(Change change) {
		List<Change> changes = new ArrayList<>(into(this.up));
		List<Change> undo = new ArrayList<>(into(this.down));
		Optional<String> remark = undo.stream()
			.flatMap((step) -> Optional.ofNullable(step.remark()).stream())
			.findFirst();
		List<Operation> operations = new ArrayList<>(undo.stream().map(Change::operation).toList());
		operations.addAll(change.operation().reverse().stream().toList());
		boolean endsUp = this.up.end().isPresent();
		this.columns
			.forEach((column) -> this.up.behindRows(column).ifPresent((sql) -> operations.add(ExecuteSql.of(sql))));
		boolean lost = endsUp && this.columns.isEmpty();
		Change whole = change.toBuilder().undoRemark(remark.orElse(lost ? LOST : null)).build();
		changes.add((operations.size() > 1) ? whole.toBuilder().undo(operations).build() : whole);
		return changes;
	}

	private static List<Change> into(SequenceBounds bounds) {
		List<Change> steps = new ArrayList<>();
		bounds.end().ifPresent((sql) -> steps.add(step(sql).toBuilder().remark(ENDS).build()));
		bounds.begin().ifPresent((sql) -> steps.add(step(sql).toBuilder().remark(BEGINS).build()));
		bounds.restarted()
			.ifPresent((sql) -> steps
				.add(step(sql).toBuilder().remark("if it was restarted and has given no number since:").build()));
		return steps;
	}

	/**
	 * Returns the downgrade needs no such step: the old bounds are wider, and a lost
	 * position is handled where they are set.
	 */
	private static Change step(String sql) {
		return Change.builder(ExecuteSql.of(sql)).undo(List.of()).build();
	}

}
