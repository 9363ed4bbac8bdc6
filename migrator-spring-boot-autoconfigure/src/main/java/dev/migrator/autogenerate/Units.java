package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.object.ColumnObject;
import dev.migrator.schema.object.ConstraintObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.ObjectId.Kind;
import dev.migrator.schema.object.SchemaObject;
import dev.migrator.schema.object.TableObject;
import org.jspecify.annotations.Nullable;

/**
 * Finds the steps that one writes as one: of a table that comes or goes with all that is
 * in it, of a column with its default, identity and comment.
 */
final class Units {

	private final Map<ObjectId, Step> created = new HashMap<>();

	private final Map<ObjectId, Step> dropped = new HashMap<>();

	private final Map<Step, Step> wholes = new HashMap<>();

	private final Map<Step, List<Step>> parts = new LinkedHashMap<>();

	Units(List<Step> steps, Situation situation) {
		for (Step step : steps) {
			SchemaObject object = step.proposed().object();
			if (object instanceof TableObject || object instanceof ColumnObject) {
				boolean putBack = situation.isPutBack(object.id());
				if (step.proposed().creates() && (putBack || situation.isAdded(object.id()))) {
					this.created.put(object.id(), step);
				}
				if (step.proposed().drops() && (putBack || situation.isRemoved(object.id()))) {
					this.dropped.put(object.id(), step);
				}
			}
		}
		for (Step step : steps) {
			Step whole = whole(step);
			if (whole != null) {
				this.wholes.put(step, whole);
				this.parts.computeIfAbsent(whole, (key) -> new ArrayList<>()).add(step);
			}
		}
	}

	/**
	 * What a step is part of: of a table rather than of a column.
	 */
	private @Nullable Step whole(Step step) {
		SchemaObject object = step.proposed().object();
		if (object == null) {
			return null;
		}
		Map<ObjectId, Step> wholes = step.proposed().creates() ? this.created
				: step.proposed().drops() ? this.dropped : Map.of();
		ObjectId table = Places.tableOf(object);
		Step whole = (table != null) ? wholes.get(table) : null;
		if (whole == null && object.parent() != null && object.parent().kind() == Kind.COLUMN) {
			whole = wholes.get(object.parent());
		}
		return (whole != step) ? whole : null;
	}

	/**
	 * Lets what a part needs run before the whole, and what waits for a part wait for the
	 * whole. A foreign key is no such part: tables may reference each other.
	 */
	void standTogether() {
		this.parts.forEach((whole, parts) -> parts.stream().filter((part) -> !isForeignKey(part)).forEach((part) -> {
			if (whole.proposed().creates()) {
				List.copyOf(part.before()).stream().filter((step) -> !isIn(step, whole)).forEach(whole::follows);
			}
			else {
				List.copyOf(part.behind())
					.stream()
					.filter((step) -> !isIn(step, whole))
					.forEach((step) -> step.follows(whole));
			}
		}));
	}

	private boolean isIn(Step step, Step whole) {
		return step == whole || this.wholes.get(step) == whole;
	}

	static boolean isForeignKey(Step step) {
		return step.proposed().object() instanceof ConstraintObject object && object.constraint() instanceof ForeignKey;
	}

	Stream<Map.Entry<Step, List<Step>>> all() {
		return this.parts.entrySet().stream();
	}

}
