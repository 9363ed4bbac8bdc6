package dev.migrator.internal.autogenerate.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrator.internal.autogenerate.situation.Rank;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.ObjectId.Kind;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Gives proposed changes their places. Changes of one table are together. Changes of
 * parts of a created or dropped table or column are next to it.
 */
final class Places {

	/** The table itself comes after its columns. */
	private static final int TABLE_ITSELF = 3;

	private final Situation situation;

	private final Map<ObjectId, Integer> byName = new HashMap<>();

	private final Map<ObjectId, Integer> created = new HashMap<>();

	private final Map<ObjectId, Integer> dropped = new HashMap<>();

	private int number;

	Places(Situation situation) {
		this.situation = situation;
		List<ObjectId> names = new ArrayList<>();
		names(situation.before(), names);
		names(situation.then(), names);
		names.stream().distinct().sorted(ObjectId.BY_NAME).forEach((id) -> this.byName.put(id, this.byName.size()));
		number(TableOrder.referencedFirst(tables(situation.then(), situation.before())), this.created);
		List<Table> gone = new ArrayList<>(TableOrder.referencedFirst(tables(situation.before(), situation.then())));
		Collections.reverse(gone);
		number(gone, this.dropped);
	}

	private static void names(SchemaObjects objects, List<ObjectId> names) {
		objects.all(TableObject.class).forEach((table) -> names.add(table.id()));
	}

	/**
	 * Returns the tables of one side that are missing on the other.
	 */
	private static List<Table> tables(SchemaObjects side, SchemaObjects other) {
		return side.all(TableObject.class)
			.stream()
			.filter((table) -> !other.has(table.id()))
			.map(TableObject::name)
			.sorted(ObjectName.ORDER)
			.flatMap((name) -> side.table(name).stream())
			.toList();
	}

	private static void number(List<Table> tables, Map<ObjectId, Integer> numbers) {
		tables.forEach((table) -> numbers.put(ObjectId.table(table.name()), numbers.size()));
	}

	Place of(UnorderedChange proposed) {
		SchemaObject object = proposed.object();
		int now = this.number++;
		ObjectId table = (object != null) ? tableOf(object) : null;
		if (object instanceof OpaqueObject opaque && (table == null || opaque.number() != 0)) {
			return new Place(proposed.rank(), List.of(proposed.drops() ? -opaque.number() : opaque.number()), "", now);
		}
		if (object == null || table == null) {
			return new Place(proposed.rank(), List.of(), "", now);
		}
		if (proposed.rank() == Rank.COMMENTS) {
			return new Place(Rank.COMMENTS, List.of(this.byName.getOrDefault(table, 0)), object.id().toString(), now);
		}
		boolean foreignKey = object instanceof ConstraintObject it && it.constraint().isReference();
		if (!foreignKey && this.created.containsKey(table)) {
			return new Place(Rank.TABLES, List.of(this.created.getOrDefault(table, 0)), "", now);
		}
		if (!foreignKey && this.dropped.containsKey(table)) {
			return new Place(Rank.TABLES_DROPPED, List.of(this.dropped.getOrDefault(table, 0)), "", now);
		}
		int number = this.byName.getOrDefault(table, 0);
		if (object instanceof ConstraintObject it) {
			return new Place(proposed.rank(), List.of(number, it.constraint().rank()), it.constraint().name(), now);
		}
		ColumnObject column = columnOf(object, proposed);
		return (column != null) ? inColumn(proposed, column, number, now)
				: new Place(proposed.rank(), List.of(number, TABLE_ITSELF), object.id().name(), now);
	}

	private Place inColumn(UnorderedChange proposed, ColumnObject column, int table, int now) {
		boolean added = this.situation.isAdded(column.id());
		boolean comes = proposed.creates() && (added || this.situation.isPutBack(column.id()));
		boolean goes = proposed.drops()
				&& (this.situation.isRemoved(column.id()) || this.situation.isPutBack(column.id()));
		if (comes || goes) {
			boolean computed = column.generated() != null;
			Rank rank = goes ? (computed ? Rank.GENERATED_COLUMNS_DROPPED : Rank.COLUMNS_DROPPED)
					: (computed ? Rank.GENERATED_COLUMNS : Rank.COLUMNS);
			return new Place(rank, List.of(table, added ? 0 : 2, column.position()), "", now);
		}
		return new Place(proposed.rank(), List.of(table, 1, column.position(), kind(proposed, column)), "", now);
	}

	/**
	 * Returns the order of the changes of one column.
	 */
	private int kind(UnorderedChange proposed, ColumnObject column) {
		Operation operation = proposed.operation();
		Kind kind = Objects.requireNonNull(proposed.object()).id().kind();
		return switch (kind) {
			case DEFAULT -> proposed.drops() ? 0 : 3;
			case COLUMN -> (operation instanceof AlterColumnType) ? 2 : 4;
			case IDENTITY -> narrows(column) ? 1 : 5;
			default -> 6;
		};
	}

	/**
	 * Returns whether the numbers of a column must fit a smaller type. Then its identity
	 * changes before the type, otherwise after it.
	 */
	private boolean narrows(ColumnObject column) {
		return this.situation.before().get(column.id()) instanceof ColumnObject was
				&& this.situation.then().get(column.id()) instanceof ColumnObject to && greatest(to) < greatest(was);
	}

	private static long greatest(ColumnObject column) {
		return Objects.requireNonNull(SequenceOptions.DEFAULT.inFull(column.type()).max());
	}

	private @Nullable ColumnObject columnOf(SchemaObject object, UnorderedChange proposed) {
		if (object instanceof ColumnObject column) {
			return column;
		}
		ObjectId parent = object.parent();
		SchemaObjects side = proposed.drops() ? this.situation.before() : this.situation.then();
		return (parent != null && parent.kind() == Kind.COLUMN && side.get(parent) instanceof ColumnObject column)
				? column : null;
	}

	/**
	 * Returns the table that an object is or belongs to.
	 */
	static @Nullable ObjectId tableOf(SchemaObject object) {
		ObjectId root = object.root();
		return (root.kind() == Kind.TABLE) ? root : null;
	}

}
