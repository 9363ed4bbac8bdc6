package dev.migrator.internal.autogenerate.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ColumnDirective.DropColumn;
import dev.migrator.operation.Operation;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.operation.TableDirective.DropTable;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;

/**
 * Combines the operations of a table or column and its parts into one, if nothing must
 * run between them.
 */
final class PutTogether {

	private final StepGrouping grouping;

	private final Situation situation;

	PutTogether(StepGrouping grouping, Situation situation) {
		this.grouping = grouping;
		this.situation = situation;
	}

	List<UnorderedChange> of(List<OrderStep> ordered) {
		Map<OrderStep, Integer> positions = new HashMap<>();
		ordered.forEach((step) -> positions.put(step, positions.size()));
		Map<OrderStep, Set<OrderStep>> taken = new HashMap<>();
		Set<OrderStep> merged = new HashSet<>();
		for (OrderStep step : ordered) {
			Set<OrderStep> foreignKeys = taken(step, this.grouping.foreignKeys(step), positions);
			taken.put(step, foreignKeys);
			merged.addAll(foreignKeys);
		}
		List<UnorderedChange> result = new ArrayList<>();
		for (OrderStep step : ordered) {
			if (!merged.contains(step)) {
				result.add(together(step, taken.getOrDefault(step, Set.of())));
			}
		}
		return result;
	}

	/**
	 * Returns the foreign keys that can be created or dropped with their table.
	 */
	private static Set<OrderStep> taken(OrderStep table, List<OrderStep> foreignKeys,
			Map<OrderStep, Integer> positions) {
		if (foreignKeys.isEmpty()) {
			return Set.of();
		}
		boolean comes = table.proposed().creates();
		int at = positions.getOrDefault(table, 0);
		Set<OrderStep> taken = new HashSet<>();
		List<OrderStep> order = new ArrayList<>(foreignKeys);
		Comparator<OrderStep> byPosition = Comparator.comparingInt((step) -> positions.getOrDefault(step, 0));
		order.sort(comes ? byPosition : byPosition.reversed());
		for (OrderStep foreignKey : order) {
			Set<OrderStep> bound = comes ? foreignKey.before() : foreignKey.behind();
			boolean free = bound.stream().allMatch((step) -> {
				int position = positions.getOrDefault(step, 0);
				return taken.contains(step) || (comes ? position <= at : position >= at);
			});
			if (free) {
				taken.add(foreignKey);
			}
		}
		return taken;
	}

	/**
	 * Combines the parts. Comments, and constraints that are not valid, are dropped with
	 * their object without a statement, but need one to be created again.
	 */
	private UnorderedChange together(OrderStep whole, Set<OrderStep> foreignKeys) {
		if (whole.all().size() == 1 && foreignKeys.isEmpty()) {
			return whole.proposed();
		}
		boolean comes = whole.proposed().creates();
		Set<SchemaObject> taken = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Operation> apart = new ArrayList<>();
		Stream.concat(Stream.of(whole), foreignKeys.stream()).flatMap((step) -> step.all().stream()).forEach((part) -> {
			if (isApart(part, whole)) {
				part.operation().reverse().ifPresent(apart::add);
			}
			else if (part.object() != null) {
				taken.add(part.object());
			}
		});
		SchemaObjects side = comes ? this.situation.then() : this.situation.before();
		UnorderedChange together = (taken.size() == 1) ? whole.proposed()
				: whole.proposed().with(operation(whole.object(), side, taken, comes));
		return apart.isEmpty() ? together : together.undoneWith(apart);
	}

	/**
	 * Returns whether the part is dropped with its object without a statement.
	 */
	private static boolean isApart(UnorderedChange part, OrderStep whole) {
		return !part.equals(whole.proposed()) && part.object() != null
				&& ((part.object() instanceof CommentObject comment && !comment.isOnTableOrColumn())
						|| StepGrouping.isNotValid(part.object()));
	}

	private static Operation operation(SchemaObject object, SchemaObjects side, Set<SchemaObject> taken,
			boolean comes) {
		if (object instanceof TableObject table) {
			Table whole = side.table(table.name(), taken::contains).orElseThrow();
			return comes ? new CreateTable(whole, false) : new DropTable(table.name(), whole, false, false);
		}
		ColumnObject column = (ColumnObject) object;
		Column whole = side.column(column, taken::contains);
		return comes ? new AddColumn(column.name().table(), whole, false)
				: new DropColumn(column.name().table(), whole.name(), whole, false, false);
	}

}
