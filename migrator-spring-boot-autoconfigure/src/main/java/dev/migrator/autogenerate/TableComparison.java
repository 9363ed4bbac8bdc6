package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.ExpressionColumns;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.ChangeComment;
import dev.migrator.operation.Commented;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameObject;
import dev.migrator.operation.Was;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * One table that is on both sides. Its foreign keys are looked at when all tables are:
 * what happens to another table may concern them.
 */
final class TableComparison {

	private static final String OLD_TYPE = "TODO: written for the old type of a column; see that it fits the new one";

	private final Table real;

	private final Table wanted;

	private final ComparisonSettings settings;

	private final Set<ObjectName> relations;

	private final FreeNames names;

	private final ChangeList changes;

	private final ColumnComparison columns;

	private final Set<String> dropped;

	private final Set<String> disturbed;

	/** What stays in the database as it is. */
	private final List<Constraint> stayingConstraints = new ArrayList<>();

	private final List<Index> stayingIndexes = new ArrayList<>();

	private final List<StayingKey> foreignKeys = new ArrayList<>();

	/** The columns of keys that are dropped, were it only for a moment. */
	private final Set<Set<String>> droppedKeys = new HashSet<>();

	TableComparison(Table real, Table wanted, ComparisonSettings settings, Set<ObjectName> rebuilt,
			Set<ObjectName> relations, FreeNames names, ChangeList changes) {
		this.real = real;
		this.wanted = wanted;
		this.settings = settings;
		this.relations = relations;
		this.names = names;
		this.changes = changes;
		this.columns = new ColumnComparison(real, wanted, settings.removes(Removal.COLUMNS), rebuilt);
		this.dropped = this.columns.dropped();
		this.disturbed = this.columns.disturbed();
		new ColumnChanges(wanted.name(), this.columns, rebuilt, changes).write();
		constraints();
		indexes();
		if (!Objects.equals(real.comment(), wanted.comment())) {
			changes.add(
					Phase.COLUMNS, new ChangeComment(new Commented.OnObject(ObjectKind.TABLE, wanted.name()),
							wanted.comment(), Was.known(real.comment())),
					"Detected table comment '%s'".formatted(wanted.name()));
		}
	}

	private void constraints() {
		Matching<Constraint> matching = new Matching<>(taken(this.real.constraints()), taken(this.wanted.constraints()),
				Constraint::name, Shape::of, (constraint) -> constraint.place().orElse(null),
				(was, to) -> !isInvented(to));
		Set<String> columns = columnNames();
		matching.changeOnlyOnes((to) -> isInvented(to) ? Shape.checked(to, columns) : null,
				(was) -> Shape.checked(was, columns));
		matching.same().forEach((pair) -> stay(pair.real(), null));
		matching.renamed().forEach(this::rename);
		matching.changed().forEach((pair) -> {
			release(pair.real(), Detected.changed(this.real.name(), pair.real()));
			add(this.names.of(this.wanted, pair.wanted()), null);
		});
		Set<String> needed = new HashSet<>();
		this.wanted.indexes()
			.stream()
			.filter((index) -> !isInvented(index))
			.forEach((index) -> needed.add(index.name()));
		for (Constraint constraint : matching.extra()) {
			if (this.settings.removes(Removal.CONSTRAINTS) || needed.contains(constraint.name())) {
				release(constraint, Detected.removed(this.real.name(), constraint));
			}
			else {
				stay(constraint, OLD_TYPE);
			}
		}
		for (Constraint constraint : matching.added()) {
			Constraint named = this.names.of(this.wanted, constraint);
			add(named, Detected.added(this.real.name(), named), othersThatCheck(constraint, matching.extra()));
		}
		this.real.constraints()
			.stream()
			.filter((constraint) -> !this.settings.looksAt(constraint.name()))
			.forEach((constraint) -> stay(constraint, OLD_TYPE));
	}

	/**
	 * Drops a constraint for good.
	 */
	private void release(Constraint constraint, @Nullable String detected) {
		drop(constraint, detected);
		this.names.release(this.real.name(), constraint);
	}

	private void release(Index index, @Nullable String detected) {
		drop(index, detected);
		this.names.release(index);
	}

	private boolean isInvented(Index index) {
		return this.settings.isInvented(this.wanted.name(), index.name());
	}

	private boolean isInvented(Constraint constraint) {
		return this.settings.isInvented(this.wanted.name(), constraint.name());
	}

	private Set<String> columnNames() {
		return Stream.concat(this.real.columns().stream(), this.wanted.columns().stream())
			.map(Column::name)
			.collect(Collectors.toSet());
	}

	/**
	 * Which of several checks the new one was, only the author can know.
	 */
	private @Nullable String othersThatCheck(Constraint added, List<Constraint> extra) {
		Set<String> columns = isInvented(added) ? Shape.checked(added, columnNames()) : null;
		if (columns == null || this.settings.removes(Removal.CONSTRAINTS)) {
			return null;
		}
		List<String> others = extra.stream()
			.filter((other) -> columns.equals(Shape.checked(other, columnNames())))
			.map(Constraint::name)
			.toList();
		return others.isEmpty() ? null : "TODO: %s also %s this column; see whether they still allow all values"
			.formatted(String.join(", ", others), (others.size() == 1) ? "checks" : "check");
	}

	private List<Constraint> taken(List<Constraint> constraints) {
		return constraints.stream().filter((constraint) -> this.settings.looksAt(constraint.name())).toList();
	}

	private void rename(Matching.Pair<Constraint> pair) {
		Constraint to = pair.wanted();
		boolean moves = ExpressionColumns.isOver(pair.real(), this.dropped)
				|| Shape.isBoundToType(pair.real(), this.disturbed);
		boolean taken = this.real.constraints().stream().anyMatch((other) -> other.name().equals(to.name()))
				|| (to.isRelation() && this.relations.contains(this.real.name().sibling(to.name())));
		if (moves || taken) {
			drop(pair.real(), Detected.changed(this.real.name(), to));
			add(to, null);
			return;
		}
		if (to instanceof ForeignKey key) {
			this.foreignKeys.add(new StayingKey((ForeignKey) pair.real(), key));
			return;
		}
		this.changes.add(Phase.OBJECTS_RENAMED, new RenameConstraint(this.real.name(), pair.real().name(), to.name()),
				"Detected renamed constraint '%s' to '%s' on table '%s'".formatted(pair.real().name(), to.name(),
						this.real.name()));
		this.stayingConstraints.add(pair.real());
	}

	/**
	 * What stays is dropped where its columns are in motion, and comes back unless one of
	 * them goes.
	 * @param ofOldType what the author has to know if it was written for another type
	 */
	private void stay(Constraint constraint, @Nullable String ofOldType) {
		if (constraint instanceof ForeignKey key) {
			this.foreignKeys.add(new StayingKey(key, key));
			return;
		}
		boolean bound = Shape.isBoundToType(constraint, this.disturbed);
		if (!bound && !ExpressionColumns.isOver(constraint, this.dropped)) {
			this.stayingConstraints.add(constraint);
		}
		else if (!ExpressionColumns.isOver(constraint, this.columns.removed().keySet())) {
			drop(constraint, null);
			add(constraint, null, bound ? ofOldType : null);
		}
		else {
			List<String> left = left((column) -> ExpressionColumns.isOver(constraint, column));
			drop(constraint, left.isEmpty() ? null : Detected.removed(this.real.name(), constraint),
					loss("constraint", constraint.name(), left));
		}
	}

	/**
	 * The columns that stay, of those that something is over.
	 */
	private List<String> left(Predicate<Set<String>> over) {
		return this.real.columns()
			.stream()
			.map(Column::name)
			.filter((name) -> !this.columns.removed().containsKey(name) && over.test(Set.of(name)))
			.toList();
	}

	private static @Nullable String loss(String kind, String name, List<String> left) {
		return left.isEmpty() ? null
				: "drops the %s %s, which is also over %s".formatted(kind, name, String.join(", ", left));
	}

	private void drop(Constraint constraint, @Nullable String detected) {
		drop(constraint, detected, null);
	}

	private void drop(Constraint constraint, @Nullable String detected, @Nullable String loss) {
		boolean foreignKey = constraint instanceof ForeignKey;
		this.changes.add(foreignKey ? Phase.FOREIGN_KEYS_DROPPED : Phase.CONSTRAINTS_DROPPED,
				new Change(new DropConstraint(this.real.name(), constraint.name(), constraint, false, false, false),
						detected, loss, null, null));
		if (!constraint.keyColumns().isEmpty()) {
			this.droppedKeys.add(Set.copyOf(constraint.keyColumns()));
		}
	}

	private void add(Constraint constraint, @Nullable String detected) {
		add(constraint, detected, null);
	}

	private void add(Constraint constraint, @Nullable String detected, @Nullable String remark) {
		this.changes.add((constraint instanceof ForeignKey) ? Phase.FOREIGN_KEYS : Phase.CONSTRAINTS,
				new Change(new AddConstraint(this.real.name(), constraint, false), detected, null, remark, null));
	}

	private void indexes() {
		Matching<Index> matching = new Matching<>(
				this.real.indexes().stream().filter((index) -> this.settings.looksAt(index.name())).toList(),
				this.wanted.indexes().stream().filter((index) -> this.settings.looksAt(index.name())).toList(),
				Index::name, Shape::of, (index) -> null, (was, to) -> !isInvented(to));
		matching.same().forEach((pair) -> stay(pair.real(), null));
		matching.renamed().forEach((pair) -> rename(pair.real(), pair.wanted()));
		matching.changed().forEach((pair) -> {
			release(pair.real(), Detected.changed(pair.real(), pair.wanted()));
			add(this.names.of(pair.wanted()), null);
		});
		Set<String> needed = new HashSet<>();
		this.wanted.constraints()
			.stream()
			.filter((constraint) -> !isInvented(constraint))
			.forEach((constraint) -> needed.add(constraint.name()));
		for (Index index : matching.extra()) {
			if (this.settings.removes(Removal.INDEXES) || needed.contains(index.name())) {
				release(index, Detected.removed(index));
			}
			else {
				stay(index, OLD_TYPE);
			}
		}
		for (Index index : matching.added()) {
			Index named = this.names.of(index);
			add(named, Detected.added(named));
		}
		this.real.indexes()
			.stream()
			.filter((index) -> !this.settings.looksAt(index.name()))
			.forEach((index) -> stay(index, OLD_TYPE));
	}

	private void rename(Index was, Index to) {
		boolean taken = this.relations.contains(to.qualifiedName());
		if (taken || moves(was)) {
			drop(was, Detected.changed(was, to));
			add(to, null);
			return;
		}
		this.changes.add(Phase.OBJECTS_RENAMED, new RenameObject(ObjectKind.INDEX, was.qualifiedName(), to.name()),
				"Detected renamed index '%s' to '%s' on '%s'".formatted(was.name(), to.name(), was.table()));
		this.stayingIndexes.add(was);
	}

	private boolean moves(Index index) {
		return ExpressionColumns.isOver(index, this.dropped) || Shape.isBoundToType(index, this.disturbed);
	}

	private void stay(Index index, @Nullable String ofOldType) {
		if (!moves(index)) {
			this.stayingIndexes.add(index);
		}
		else if (!ExpressionColumns.isOver(index, this.columns.removed().keySet())) {
			drop(index, null);
			add(index, null, Shape.isBoundToType(index, this.disturbed) ? ofOldType : null);
		}
		else {
			List<String> left = left((column) -> ExpressionColumns.isOver(index, column));
			drop(index, left.isEmpty() ? null : Detected.removed(index), loss("index", index.name(), left));
		}
	}

	private void drop(Index index, @Nullable String detected) {
		drop(index, detected, null);
	}

	private void drop(Index index, @Nullable String detected, @Nullable String loss) {
		this.changes.add(Phase.INDEXES_DROPPED, new Change(
				new DropIndex(index.qualifiedName(), index, false, false, false), detected, loss, null, null));
		if (!index.keyColumns().isEmpty()) {
			this.droppedKeys.add(Set.copyOf(index.keyColumns()));
		}
	}

	private void add(Index index, @Nullable String detected) {
		add(index, detected, null);
	}

	private void add(Index index, @Nullable String detected, @Nullable String remark) {
		this.changes.add(Phase.INDEXES, new Change(new CreateIndex(index, false, false), detected, null, remark, null));
	}

	Table real() {
		return this.real;
	}

	Table wanted() {
		return this.wanted;
	}

	ColumnComparison columns() {
		return this.columns;
	}

	List<StayingKey> foreignKeys() {
		return this.foreignKeys;
	}

	List<Constraint> stayingConstraints() {
		return this.stayingConstraints;
	}

	List<Index> stayingIndexes() {
		return this.stayingIndexes;
	}

	/**
	 * Whether a foreign key may reference columns all the time: they and their key stay.
	 */
	boolean keeps(List<String> referenced) {
		return referenced.stream().noneMatch(this.disturbed::contains)
				&& !this.droppedKeys.contains(Set.copyOf(referenced));
	}

	/**
	 * Whether a foreign key can reference columns on both sides.
	 */
	boolean hasKey(List<String> referenced) {
		return hasKey(this.real, referenced) && hasKey(this.wanted, referenced);
	}

	/**
	 * Whether a table has a key that a foreign key can reference.
	 */
	static boolean hasKey(Table table, List<String> referenced) {
		Set<String> columns = Set.copyOf(referenced);
		return Stream
			.concat(table.constraints().stream().map(Constraint::keyColumns),
					table.indexes().stream().map(Index::keyColumns))
			.anyMatch((key) -> key.size() == columns.size() && columns.containsAll(key));
	}

	/**
	 * A foreign key that is on both sides, or that the model does not express.
	 *
	 * @param real what it is
	 * @param as what it is in the end
	 */
	record StayingKey(ForeignKey real, ForeignKey as) {
	}

}
