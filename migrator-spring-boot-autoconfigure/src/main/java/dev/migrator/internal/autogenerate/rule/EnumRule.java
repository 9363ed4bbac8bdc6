package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.RemainingSchema;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.dialect.ddl.AdvisedSql;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.DefaultObject;
import dev.migrator.internal.schema.EnumObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.EnumDirective.AddEnumValue;
import dev.migrator.operation.EnumDirective.CreateEnum;
import dev.migrator.operation.EnumDirective.DropEnum;
import dev.migrator.operation.EnumDirective.RebuildEnum;
import dev.migrator.operation.EnumTypedColumn;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * Creates, alters and drops enum types. A value is added in place. If a value is removed
 * or the order changes, a new type takes over the columns of the old one.
 */
final class EnumRule implements Rule<EnumObject> {

	/**
	 * Returns the order of values is taken from the database; new values come last.
	 */
	@Override
	public Optional<EnumObject> complete(EnumObject said, Completion completion) {
		if (!(completion.real().get(said.id()) instanceof EnumObject there)) {
			return Optional.of(said);
		}
		Set<String> values = new LinkedHashSet<>(there.type().values());
		values.retainAll(new HashSet<>(said.type().values()));
		values.addAll(said.type().values());
		return Optional.of(new EnumObject(new EnumType(said.type().name(), List.copyOf(values))));
	}

	@Override
	public boolean goes(EnumObject there, RemainingSchema remaining) {
		return remaining.losesUse(there.type().name(), Droppable.ENUMS);
	}

	@Override
	public List<UnorderedChange> create(EnumObject object, Situation situation) {
		return List.of(UnorderedChange.of(object, new CreateEnum(object.type()),
				situation.isAdded(object.id()) ? "Detected added enum '%s'".formatted(object.type().name()) : null));
	}

	@Override
	public List<UnorderedChange> drop(EnumObject object, Situation situation) {
		EnumType type = object.type();
		String what = situation.isRemoved(object.id()) ? "removed" : "changed";
		Change drop = Change.of(new DropEnum(type.name(), type, false, false),
				"Detected %s enum '%s'".formatted(what, type.name()));
		return List.of(UnorderedChange.of(object, situation.uses().remarked(type.name(), drop)));
	}

	@Override
	public List<UnorderedChange> alter(EnumObject was, EnumObject to, Situation situation) {
		return isRebuilt(to, situation) ? List.of(rebuild(was.type(), to.type(), situation))
				: extend(was.type(), to.type(), situation);
	}

	private static boolean isRebuilt(EnumObject type, Situation situation) {
		return situation.enums().rebuilt().contains(type.type().name());
	}

	@Override
	public Optional<Disturbance> disturbs(EnumObject was, EnumObject to, Situation situation) {
		return isRebuilt(to, situation) ? Optional.of(Disturbance.REBUILT) : Optional.empty();
	}

	private static UnorderedChange rebuild(EnumType was, EnumType type, Situation situation) {
		List<EnumTypedColumn> columns = situation.enums()
			.uses(type.name())
			.stream()
			.filter((id) -> staysOfType(id, type.name(), situation))
			.map((id) -> column(id, defaultThen(id, situation), situation))
			.toList();
		RebuildEnum rebuild = new RebuildEnum(type.name(), was.values(), type.values(), Map.of(), columns);
		RebuildEnum back = new RebuildEnum(type.name(), type.values(), was.values(), Map.of(), columns);
		Change change = Change.builder(rebuild)
			.detected("Detected changed values of enum '%s' from (%s) to (%s)".formatted(type.name(),
					String.join(", ", was.values()), String.join(", ", type.values())))
			.remark(replaced(rebuild))
			.undoRemark(replaced(back))
			.build();
		return UnorderedChange.of(new EnumObject(type), situation.uses().remarkedByUses(type.name(), change));
	}

	/**
	 * Returns the remark about removed values.
	 */
	static @Nullable String replaced(RebuildEnum rebuild) {
		List<String> gone = rebuild.gone();
		if (gone.isEmpty() || rebuild.columns().isEmpty()) {
			return null;
		}
		List<String> lines = new ArrayList<>();
		lines.add("TODO: this fails if rows have %s; write their new value after USING:"
			.formatted(String.join(", ", gone)));
		rebuild.columns().forEach((column) -> lines.add(AdvisedSql.replace(column, rebuild.type(), gone)));
		return String.join("\n", lines);
	}

	private static boolean staysOfType(ObjectId id, ObjectName type, Situation situation) {
		return situation.before().get(id) instanceof ColumnObject was && was.generated() == null
				&& situation.then().get(id) instanceof ColumnObject to && to.userType().equals(Optional.of(type));
	}

	private static EnumTypedColumn column(ObjectId id, @Nullable Expression defaultValue, Situation situation) {
		boolean array = situation.before().get(id) instanceof ColumnObject column && column.type() instanceof ArrayType;
		return new EnumTypedColumn(id.columnName(), array, defaultValue);
	}

	/**
	 * Returns the default of a column while its enum is rebuilt: a default that changes
	 * is dropped before that.
	 */
	private static @Nullable Expression defaultThen(ObjectId column, Situation situation) {
		ObjectId id = ObjectId.defaultOf(column.columnName());
		boolean changes = situation.altered(id) != null || situation.isRemoved(id) || situation.isPutBack(id);
		return (!changes && situation.before().get(id) instanceof DefaultObject value) ? value.value() : null;
	}

	private static List<UnorderedChange> extend(EnumType was, EnumType type, Situation situation) {
		List<String> values = new ArrayList<>(was.values());
		List<UnorderedChange> added = new ArrayList<>();
		for (int i = 0; i < type.values().size(); i++) {
			String value = type.values().get(i);
			if (i < values.size() && values.get(i).equals(value)) {
				continue;
			}
			String before = (i < values.size()) ? values.get(i) : null;
			Change add = Change.of(new AddEnumValue(type.name(), value, before, null, false, values, List.of()),
					"Detected added value '%s' of enum '%s'".formatted(value, type.name()));
			added.add(UnorderedChange.of(new EnumObject(type), situation.uses().undoRemarkedByUses(type.name(), add)));
			values.add(i, value);
		}
		return added;
	}

}
