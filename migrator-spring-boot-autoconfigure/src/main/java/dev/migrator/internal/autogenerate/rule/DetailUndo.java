package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.DetailObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.NotNullObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SettingObject;
import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Restores the details of an object when the object is created again.
 */
public final class DetailUndo {

	private final Situation situation;

	private final Function<ObjectId, @Nullable KeyObject> names;

	/**
	 * Creates the undo of details.
	 * @param situation the data of all objects
	 * @param names returns an index or a constraint before its rename
	 */
	public DetailUndo(Situation situation, Function<ObjectId, @Nullable KeyObject> names) {
		this.situation = situation;
		this.names = names;
	}

	/**
	 * Returns the changes, each with operations that undo it completely.
	 */
	public List<UnorderedChange> of(List<UnorderedChange> ordered) {
		Map<UnorderedChange, List<Operation>> lost = new LinkedHashMap<>();
		for (DetailObject detail : this.situation.before().all(DetailObject.class)) {
			if (goesAlong(detail)) {
				ordered.stream()
					.filter((proposed) -> takesAlong(proposed, detail))
					.findFirst()
					.ifPresent((proposed) -> lost.computeIfAbsent(proposed, (key) -> new ArrayList<>())
						.addAll(making((detail instanceof SettingObject setting) ? there(setting) : detail)));
			}
		}
		return lost.isEmpty() ? ordered
				: ordered.stream()
					.map((proposed) -> withUndo(proposed, lost.getOrDefault(proposed, List.of())))
					.toList();
	}

	private boolean goesAlong(DetailObject detail) {
		if (detail instanceof NotNullObject notNull) {
			return NotNullRule.goesAlong(notNull, this.situation);
		}
		SettingObject setting = (SettingObject) detail;
		return !setting.isOfCreation() && !SettingRule.isInvalid(setting)
				&& SettingRule.goesAlong(setting, this.situation);
	}

	/**
	 * Returns the operations that restore a detail.
	 */
	static List<Operation> making(DetailObject detail) {
		return (detail instanceof NotNullObject notNull) ? NotNullRule.making(notNull)
				: List.of(SettingRule.making((SettingObject) detail));
	}

	private boolean takesAlong(UnorderedChange proposed, DetailObject detail) {
		return (detail instanceof SettingObject setting) ? takesAlong(proposed, setting)
				: proposed.drops() && proposed.operation().effects().removes().contains(detail.parent());
	}

	private boolean takesAlong(UnorderedChange proposed, SettingObject setting) {
		Set<ObjectId> removes = proposed.operation().effects().removes();
		ObjectId key = there(setting).key();
		if (removes.contains(setting.parent())) {
			return setting.isOfType() || proposed.drops();
		}
		if (key == null || removes.contains(key)) {
			return key != null && proposed.drops();
		}
		return this.situation.disturbance(key) != Disturbance.DROPPED
				&& this.situation.before().get(key) instanceof KeyObject object
				&& removes.stream()
					.anyMatch((id) -> id.kind() == ObjectId.Kind.COLUMN && object.parent().equals(id.in())
							&& ExpressionColumns.isOver(object.what(), Set.of(id.name())));
	}

	/**
	 * Returns the setting with the name that the index has when it is dropped.
	 */
	private SettingObject there(SettingObject setting) {
		KeyObject was = (setting.key() != null) ? this.names.apply(setting.key()) : null;
		return (was != null) ? setting.of(was.id()) : setting;
	}

	private static UnorderedChange withUndo(UnorderedChange proposed, List<Operation> details) {
		Change change = proposed.change();
		List<Operation> undo = new ArrayList<>(
				(change.undo() != null) ? change.undo() : change.operation().reverse().stream().toList());
		if (details.isEmpty() || undo.isEmpty()) {
			return proposed;
		}
		undo.addAll(details);
		return new UnorderedChange(proposed.object(), change.toBuilder().undo(undo).build(), proposed.rank(),
				proposed.effects());
	}

}
