package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.situation.StructuralKey;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.DefaultObject;
import dev.migrator.internal.schema.DetailObject;
import dev.migrator.internal.schema.EnumObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SettingObject;
import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ColumnDirective.DropColumn;
import dev.migrator.operation.EnumDirective.AddEnumValue;
import dev.migrator.operation.EnumDirective.RebuildEnum;
import dev.migrator.operation.EnumTypedColumn;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.ForeignKey;

/**
 * Writes the downgrade of new values of an enum type: PostgreSQL cannot remove a value,
 * so a new type takes over the columns that exist at that point of the downgrade. One
 * rebuild undoes all new values.
 */
public final class EnumUndo {

	private final SchemaObjects there;

	public EnumUndo(SchemaObjects there) {
		this.there = there;
	}

	public List<Change> of(List<UnorderedChange> ordered) {
		Map<ObjectName, Integer> last = new HashMap<>();
		for (int i = 0; i < ordered.size(); i++) {
			if (ordered.get(i).operation() instanceof AddEnumValue add) {
				last.put(add.type(), i);
			}
		}
		Set<ObjectId> gone = new HashSet<>();
		List<Change> changes = new ArrayList<>();
		for (int i = 0; i < ordered.size(); i++) {
			UnorderedChange proposed = ordered.get(i);
			if (!last.isEmpty()) {
				gone.addAll(proposed.operation().effects().removes());
			}
			if (proposed.operation() instanceof AddEnumValue add) {
				changes.add(withUndo(proposed.change(), add, i == last.getOrDefault(add.type(), -1), gone));
			}
			else {
				changes.add(proposed.change());
			}
		}
		return changes;
	}

	private Change withUndo(Change change, AddEnumValue add, boolean last, Set<ObjectId> gone) {
		List<ColumnObject> uses = this.there.all(ColumnObject.class)
			.stream()
			.filter((column) -> column.userType().equals(Optional.of(add.type())) && !gone.contains(column.id()))
			.toList();
		List<EnumTypedColumn> columns = uses.stream()
			.filter((column) -> column.generated() == null)
			.map(this::column)
			.toList();
		AddEnumValue complete = new AddEnumValue(add.type(), add.value(), add.before(), add.after(), false, add.was(),
				columns);
		if (!last) {
			return change.toBuilder().operation(complete).undo(List.of()).undoRemark(null).build();
		}
		RebuildEnum rebuild = rebuild(complete);
		return change.toBuilder()
			.operation(complete)
			.undo(around(uses, rebuild, gone))
			.undoRemark(EnumRule.replaced(rebuild))
			.build();
	}

	private RebuildEnum rebuild(AddEnumValue last) {
		EnumType was = ((EnumObject) Objects.requireNonNull(this.there.get(ObjectId.type(last.type())))).type();
		RebuildEnum back = (RebuildEnum) last.reverse().orElseThrow();
		return new RebuildEnum(last.type(), back.was(), was.values(), Map.of(), last.columns());
	}

	private EnumTypedColumn column(ColumnObject column) {
		boolean array = column.type() instanceof ArrayType;
		return new EnumTypedColumn(column.name(), array,
				(this.there.get(ObjectId.defaultOf(column.name())) instanceof DefaultObject value) ? value.value()
						: null);
	}

	/**
	 * Drops and creates again the checks, predicates and similar objects that depend on
	 * the type and cannot follow its columns to a new one.
	 */
	private List<Operation> around(List<ColumnObject> uses, RebuildEnum rebuild, Set<ObjectId> gone) {
		List<Operation> drops = new ArrayList<>();
		List<Operation> adds = new ArrayList<>();
		Set<ObjectName> tables = new LinkedHashSet<>();
		uses.forEach((use) -> tables.add(use.name().table()));
		for (ObjectName table : tables) {
			Set<String> columns = new HashSet<>();
			uses.stream()
				.filter((use) -> use.name().table().equals(table))
				.forEach((use) -> columns.add(use.name().column()));
			around(table, columns, gone, drops, adds);
		}
		aroundReferences(uses, gone, drops, adds);
		List<Operation> all = new ArrayList<>(drops);
		all.add(rebuild);
		CommentRule.putBack(ObjectId.type(rebuild.type()), this.there).ifPresent(all::add);
		all.addAll(adds);
		return all;
	}

	private void around(ObjectName table, Set<String> columns, Set<ObjectId> gone, List<Operation> drops,
			List<Operation> adds) {
		ObjectId id = ObjectId.table(table);
		for (KeyObject key : this.there.partsOf(id, KeyObject.class)) {
			if (!gone.contains(key.id()) && StructuralKey.isBoundToType(key, columns)) {
				drops.add(KeyRule.removal(key));
				adds.add(KeyRule.creation(key));
				adds.addAll(details(id,
						(detail) -> detail instanceof SettingObject setting && key.id().equals(setting.key())));
				CommentRule.putBack(key.id(), this.there).ifPresent(adds::add);
			}
		}
		for (ColumnObject object : this.there.partsOf(id, ColumnObject.class)) {
			if (!gone.contains(object.id()) && object.generated() != null
					&& ExpressionColumns.mentions(object.generated().expression(), columns)) {
				Column column = this.there.column(object, (part) -> true);
				drops.add(new DropColumn(table, column.name(), column, false, false));
				adds.add(0, new AddColumn(table, column, false));
				adds.addAll(1, details(object.id(), (detail) -> true));
			}
		}
	}

	/**
	 * Drops and creates again foreign keys, because the columns of both sides must always
	 * have the same type.
	 */
	private void aroundReferences(List<ColumnObject> uses, Set<ObjectId> gone, List<Operation> drops,
			List<Operation> adds) {
		Set<ColumnName> columns = uses.stream().map(ColumnObject::name).collect(Collectors.toSet());
		for (ConstraintObject key : this.there.all(ConstraintObject.class)) {
			if (!gone.contains(key.id()) && key.constraint() instanceof ForeignKey reference
					&& reference.columns()
						.stream()
						.anyMatch((name) -> columns.contains(new ColumnName(key.table(), name)))) {
				drops.add(0, KeyRule.removal(key));
				adds.add(KeyRule.creation(key));
				CommentRule.putBack(key.id(), this.there).ifPresent(adds::add);
			}
		}
	}

	private List<Operation> details(ObjectId of, Predicate<DetailObject> taken) {
		return this.there.partsOf(of, DetailObject.class)
			.stream()
			.filter((detail) -> !(detail instanceof SettingObject setting && setting.isOfCreation()))
			.filter(taken)
			.flatMap((detail) -> DetailUndo.making(detail).stream())
			.toList();
	}

}
