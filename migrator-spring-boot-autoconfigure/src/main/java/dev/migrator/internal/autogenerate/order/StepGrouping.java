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
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.schema.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Makes steps of proposed changes. What one writes as one is one: a table that comes or
 * goes with all that is in it, a column with its default, identity and comment. A foreign
 * key has a step of its own even then: tables may reference each other. So has a detail.
 * What ends takes its comment along.
 */
final class StepGrouping {

	private final Situation situation;

	private final Map<ObjectId, OrderStep> created = new HashMap<>();

	private final Map<ObjectId, OrderStep> dropped = new HashMap<>();

	/** What else ends, with the first step that does that. */
	private final Map<ObjectId, OrderStep> ended = new HashMap<>();

	private final List<OrderStep> steps = new ArrayList<>();

	private final Map<OrderStep, List<OrderStep>> foreignKeys = new HashMap<>();

	/**
	 * @param proposed the changes, each behind that of what its object belongs to
	 */
	StepGrouping(List<UnorderedChange> proposed, Situation situation) {
		this.situation = situation;
		Places places = new Places(situation);
		for (UnorderedChange change : proposed) {
			OrderStep whole = whole(change);
			if (change.object() instanceof DetailObject) {
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
	 * What a change is part of: of a table rather than of a column.
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
	 * What takes a comment along.
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
	 * What no table is created with: it would be taken for valid.
	 */
	static boolean isNotValid(SchemaObject object) {
		return object instanceof ConstraintObject it && it.constraint().validity() == Validity.NOT_VALID;
	}

	private static boolean isForeignKey(@Nullable SchemaObject object) {
		return object instanceof ConstraintObject constraint && constraint.constraint().isReference();
	}

	/**
	 * All steps, in the order in which they were proposed.
	 */
	List<OrderStep> steps() {
		return this.steps;
	}

	/**
	 * The foreign keys of a table that come or go when it does.
	 */
	List<OrderStep> foreignKeys(OrderStep table) {
		return this.foreignKeys.getOrDefault(table, List.of());
	}

}
