package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.DefaultObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Completes a model that does not say everything with what the database has: where
 * entities leave something open, nothing is to change. What a model is silent about, the
 * rule of each kind knows.
 */
public final class Completion {

	private static final Rules RULES = new Rules();

	private final SchemaObjects real;

	private final SchemaObjects said;

	private final ComparisonSettings settings;

	/**
	 * Creates a completion.
	 * @param real what the database has, as it is once all renames have run
	 * @param said what the model says
	 * @param settings what may be removed although the model leaves it open
	 */
	public Completion(SchemaObjects real, SchemaObjects said, ComparisonSettings settings) {
		this.real = real;
		this.said = said;
		this.settings = settings;
	}

	/**
	 * What is wanted.
	 */
	public SchemaObjects completed() {
		List<SchemaObject> completed = new ArrayList<>();
		for (ObjectId root : this.said.roots()) {
			Map<ObjectId, SchemaObject> family = new LinkedHashMap<>();
			for (SchemaObject object : this.said.family(root)) {
				RULES.complete(object, this).ifPresent((wanted) -> family.putIfAbsent(wanted.id(), wanted));
			}
			for (SchemaObject object : this.real.family(root)) {
				if (!family.containsKey(object.id()) && isLeftOpen(object)) {
					family.put(object.id(), object);
				}
			}
			completed.addAll(family.values());
		}
		this.real.roots()
			.stream()
			.filter((root) -> !this.said.has(root))
			.map(this.real::family)
			.filter((family) -> isLeftOpen(family.get(0)))
			.forEach(completed::addAll);
		return SchemaObjects.of(completed);
	}

	private boolean isLeftOpen(SchemaObject object) {
		return RULES.isLeftOpen(object, this);
	}

	/**
	 * What the database has.
	 */
	SchemaObjects real() {
		return this.real;
	}

	/**
	 * What the model says.
	 */
	SchemaObjects said() {
		return this.said;
	}

	@Nullable ColumnObject realColumn(ColumnName name) {
		return (ColumnObject) this.real.get(ObjectId.column(name));
	}

	@Nullable ColumnObject saidColumn(ColumnName name) {
		return (ColumnObject) this.said.get(ObjectId.column(name));
	}

	/**
	 * Whether a column of both sides is to be computed: the model says so, or says
	 * nothing of a column that is.
	 */
	boolean isComputed(ColumnName name) {
		ColumnObject real = realColumn(name);
		ColumnObject column = saidColumn(name);
		return real != null && column != null && (column.generated() != null
				|| (real.generated() != null && !this.said.has(ObjectId.defaultOf(name))));
	}

	/**
	 * Whether the model says nothing of the values that a column gets by itself, and what
	 * the database has may stay.
	 */
	boolean isValueOpen(ColumnName name) {
		return !this.said.has(ObjectId.defaultOf(name)) && !this.said.has(ObjectId.identityOf(name))
				&& !removes(Droppable.DEFAULTS);
	}

	/**
	 * Whether a column takes its numbers from a sequence where the model says that it
	 * numbers itself.
	 */
	boolean isNumbered(ColumnName name) {
		return this.said.has(ObjectId.identityOf(name))
				&& this.real.get(ObjectId.defaultOf(name)) instanceof DefaultObject value && value.callsSequence();
	}

	/**
	 * Whether the application takes the numbers of a column from a sequence or a table,
	 * so that an identity of it is left over.
	 */
	boolean isCounted(ColumnName name) {
		return this.settings.isCounted(name);
	}

	boolean removes(Droppable removal) {
		return this.settings.removes(removal);
	}

	/**
	 * Whether nobody chose the name of a constraint or an index of the model.
	 */
	boolean isInvented(ObjectName table, String name) {
		return this.settings.isInvented(table, name);
	}

}
