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

	private static final String ENDS = "if the sequence has already passed the new bounds, it has no numbers left: nextval fails then, and its position is lost.\n"
			+ "PostgreSQL refuses bounds if the position is outside of them";

	private static final String BEGINS = "if the sequence has not reached the new bounds yet, it continues at the first number within them.\n"
			+ "PostgreSQL refuses bounds if the position is outside of them";

	private static final String LOST = "if the sequence had passed the new bounds, its position before the upgrade is not known, and the rows with its numbers\n"
			+ "are not known: set it after their numbers (setval), or it may give numbers twice";

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
			.ifPresent((sql) -> steps.add(step(sql).toBuilder()
				.remark("if the sequence was restarted and has given no number since:")
				.build()));
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
