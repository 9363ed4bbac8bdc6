package dev.migrator.internal.autogenerate.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.DetailObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.ObjectId.Kind;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.schema.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Turns proposed changes into steps. Changes that are written as one statement are one
 * step: a created or dropped table with all its parts, a column with its default,
 * identity and comment. A foreign key always has a separate step, because tables may
 * reference each other. So has a detail. The comment of a dropped object is dropped with
 * it.
 */
final class StepGrouping {

	private final Situation situation;

	private final Map<ObjectId, OrderStep> created = new HashMap<>();

	private final Map<ObjectId, OrderStep> dropped = new HashMap<>();

	/** Other dropped objects, each with the first step that drops it. */
	private final Map<ObjectId, OrderStep> ended = new HashMap<>();

	private final List<OrderStep> steps = new ArrayList<>();

	private final Map<OrderStep, List<OrderStep>> foreignKeys = new HashMap<>();

	/**
	 * @param proposed the changes, each after the change of the object that it belongs to
	 */
	StepGrouping(List<UnorderedChange> proposed, Situation situation) {
		this.situation = situation;
		Places places = new Places(situation);
		for (UnorderedChange change : proposed) {
			OrderStep whole = whole(change);
			if (change.object() instanceof DetailObject || change.object() instanceof OpaqueObject) {
				this.steps.add(new OrderStep(change, places.of(change)));
				continue;
			}
			if (whole != null && !isForeignKey(change.object())) {
				whole.add(change);
				continue;
			}
			OrderStep step = new OrderStep(change, places.of(change));
			this.steps.add(step);
			end(step);
			if (whole != null) {
				this.foreignKeys.computeIfAbsent(whole, (key) -> new ArrayList<>()).add(step);
			}
			else {
				remember(step);
			}
		}
	}

	/**
	 * Returns the step to which a change belongs: the step of a table rather than of a
	 * column.
	 */
	private @Nullable OrderStep whole(UnorderedChange change) {
		SchemaObject object = change.object();
		if (object == null) {
			return null;
		}
		if (object instanceof CommentObject comment && !comment.isOnTableOrColumn()) {
			return change.drops() ? ended(comment) : null;
		}
		if (change.creates() && isNotValid(object)) {
			return null;
		}
		Map<ObjectId, OrderStep> wholes = change.creates() ? this.created : change.drops() ? this.dropped : Map.of();
		ObjectId table = Places.tableOf(object);
		OrderStep whole = (table != null) ? wholes.get(table) : null;
		if (whole == null && object.parent() != null && object.parent().kind() == Kind.COLUMN) {
			whole = wholes.get(object.parent());
		}
		return whole;
	}

	/**
	 * Returns the step that drops a comment with its object.
	 */
	private @Nullable OrderStep ended(CommentObject comment) {
		OrderStep step = this.ended.get(comment.of());
		return (step != null) ? step : this.dropped.get(comment.root());
	}

	private void end(OrderStep step) {
		SchemaObject object = step.proposed().object();
		if (object == null || !step.removes().contains(object.id())) {
			return;
		}
		if (step.proposed().drops() || this.situation.ends(object.id())) {
			this.ended.putIfAbsent(object.id(), step);
		}
	}

	private void remember(OrderStep step) {
		SchemaObject object = step.proposed().object();
		if (object instanceof TableObject || object instanceof ColumnObject) {
			boolean putBack = this.situation.isPutBack(object.id());
			if (step.proposed().creates() && (putBack || this.situation.isAdded(object.id()))) {
				this.created.put(object.id(), step);
			}
			if (step.proposed().drops() && (putBack || this.situation.isRemoved(object.id()))) {
				this.dropped.put(object.id(), step);
			}
		}
	}

	/**
	 * Returns whether an object is a constraint that is not valid. No table is created
	 * with it, because it would count as valid.
	 */
	static boolean isNotValid(SchemaObject object) {
		return object instanceof ConstraintObject it && it.constraint().validity() == Validity.NOT_VALID;
	}

	private static boolean isForeignKey(@Nullable SchemaObject object) {
		return object instanceof ConstraintObject constraint && constraint.constraint().isReference();
	}

	/**
	 * Returns all steps, in the order in which they were proposed.
	 */
	List<OrderStep> steps() {
		return this.steps;
	}

	/**
	 * Returns the foreign keys that are created or dropped with a table.
	 */
	List<OrderStep> foreignKeys(OrderStep table) {
		return this.foreignKeys.getOrDefault(table, List.of());
	}

}
