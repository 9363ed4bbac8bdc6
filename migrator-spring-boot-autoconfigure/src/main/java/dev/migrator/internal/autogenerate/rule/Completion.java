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
 * Completes an incomplete model from the database: what entities leave open must not
 * change. The rule of each kind knows what a model leaves open.
 */
public final class Completion {

	private static final Rules RULES = new Rules();

	private final SchemaObjects real;

	private final SchemaObjects said;

	private final ComparisonSettings settings;

	/**
	 * Creates a completion.
	 * @param real the objects of the database, after all renames
	 * @param said the objects of the model
	 * @param settings the settings with what may be removed although the model leaves it
	 * open
	 */
	public Completion(SchemaObjects real, SchemaObjects said, ComparisonSettings settings) {
		this.real = real;
		this.said = said;
		this.settings = settings;
	}

	/**
	 * Returns the wanted objects.
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
	 * Returns the objects of the database.
	 */
	SchemaObjects real() {
		return this.real;
	}

	/**
	 * Returns the objects of the model.
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
	 * Returns whether a column of both sides must be generated: it is in the model, or it
	 * is in the database and the model leaves that open.
	 */
	boolean isComputed(ColumnName name) {
		ColumnObject real = realColumn(name);
		ColumnObject column = saidColumn(name);
		return real != null && column != null && (column.generated() != null
				|| (real.generated() != null && !this.said.has(ObjectId.defaultOf(name))));
	}

	/**
	 * Returns whether the model leaves the default or identity of a column open, so that
	 * the database may keep it.
	 */
	boolean isValueOpen(ColumnName name) {
		return !this.said.has(ObjectId.defaultOf(name)) && !this.said.has(ObjectId.identityOf(name))
				&& !removes(Droppable.DEFAULTS);
	}

	/**
	 * Returns whether a column takes its numbers from a sequence although the model has
	 * an identity.
	 */
	boolean isNumbered(ColumnName name) {
		return this.said.has(ObjectId.identityOf(name))
				&& this.real.get(ObjectId.defaultOf(name)) instanceof DefaultObject value && value.callsSequence();
	}

	/**
	 * Returns whether the application takes the numbers of a column from a sequence or a
	 * table, so that its identity is not needed.
	 */
	boolean isCounted(ColumnName name) {
		return this.settings.isCounted(name);
	}

	boolean removes(Droppable removal) {
		return this.settings.removes(removal);
	}

	/**
	 * Returns whether the name of a constraint or an index of the model is generated.
	 */
	boolean isInvented(ObjectName table, String name) {
		return this.settings.isInvented(table, name);
	}

}
