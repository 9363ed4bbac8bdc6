package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.IndexValidity;
import dev.migrator.internal.autogenerate.situation.KeyDropReason;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.StructuralKey;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.IndexObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.ConstraintDirective.AlterEnforcement;
import dev.migrator.operation.ConstraintDirective.DropConstraint;
import dev.migrator.operation.ConstraintDirective.RenameConstraint;
import dev.migrator.operation.ConstraintDirective.ValidateConstraint;
import dev.migrator.operation.IndexDirective.CreateIndex;
import dev.migrator.operation.IndexDirective.DropIndex;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.Key;
import org.jspecify.annotations.Nullable;

/**
 * Creates and drops constraints and indexes. Only the name, and the rows that a
 * constraint holds for, are changed in place.
 */
public final class KeyRule implements Rule<KeyObject> {

	private static final String OF_OLD_TYPE = "TODO: this was written for the old type of a column; check that it fits the new type";

	private static final String LACKS_PARTITIONS = "TODO: PostgreSQL refuses this: a unique key of a partitioned table must include the columns of the partition key.\n"
			+ "These columns are missing: %s";

	private static final String REMADE = "not every partition has an index that is attached to this one; the new index gives each partition one";

	@Override
	public Optional<SchemaObject> complete(KeyObject said, Completion completion) {
		KeyCompletion keys = new KeyCompletion(completion, said.parent());
		return Optional
			.of((said instanceof IndexObject index) ? keys.index(index) : keys.constraint((ConstraintObject) said));
	}

	@Override
	public List<UnorderedChange> create(KeyObject key, Situation situation) {
		ObjectId id = key.id();
		boolean found = situation.isAdded(id) && !situation.isAdded(key.parent()) && !situation.isSuccessor(id);
		return List.of(UnorderedChange.of(key,
				Change.builder(creation(key))
					.detected(found ? DetectedText.added(key) : null)
					.remark(remark(key, situation))
					.build()));
	}

	private static @Nullable String remark(KeyObject key, Situation situation) {
		List<String> remarks = new ArrayList<>();
		Set<String> missing = missing(key, situation.then());
		if (!missing.isEmpty()) {
			remarks.add(LACKS_PARTITIONS.formatted(String.join(", ", missing)));
		}
		int lacking = remarks.size();
		if (isOfOldType(key, situation)) {
			GoneValues gone = new GoneValues(situation.before(), situation.then());
			remarks.add(Objects.requireNonNullElse(gone.ofWords(key.what().expressions(), gone.typesOf(key.parent())),
					OF_OLD_TYPE));
		}
		if (isRemade(key, situation)) {
			add(IndexValidity.equalRows(key, situation), remarks);
		}
		if (remarks.size() == lacking) {
			add(situation.remark(key.id()), remarks);
		}
		add(RefusedRows.up(situation).of(key), remarks);
		return lines(remarks);
	}

	private static void add(@Nullable String remark, List<String> remarks) {
		if (remark != null) {
			remarks.add(remark);
		}
	}

	private static @Nullable String lines(List<String> remarks) {
		return remarks.isEmpty() ? null : String.join("\n", remarks);
	}

	/**
	 * Returns the columns of the partition key of a table that are not in a key.
	 */
	private static Set<String> missing(KeyObject key, SchemaObjects then) {
		boolean unique = key.what() instanceof Key || (key.what() instanceof Index index && index.unique());
		if (!unique || !(then.get(key.parent()) instanceof TableObject table) || table.partitionBy() == null) {
			return Set.of();
		}
		Set<String> columns = then.partsOf(key.parent(), ColumnObject.class)
			.stream()
			.map((column) -> column.name().column())
			.collect(Collectors.toSet());
		Set<String> missing = new TreeSet<>(ExpressionColumns.mentioned(table.partitionBy(), columns));
		missing.removeAll(key.what().columnNames().toList());
		return missing;
	}

	private static boolean isOfOldType(KeyObject key, Situation situation) {
		return situation.isPutBack(key.id()) && situation.isKept(key.id())
				&& StructuralKey.isBoundToType(key, situation.disturbedColumns(key.parent()));
	}

	/**
	 * Returns whether it replaces the same index that is INVALID now.
	 */
	private static boolean isRemade(KeyObject key, Situation situation) {
		return IndexValidity.isRemade(key, situation)
				|| (situation.isPutBack(key.id()) && situation.altered(key.id()) == null);
	}

	/**
	 * Creates the operation that adds it to its table.
	 */
	public static Operation creation(KeyObject key) {
		return (key instanceof ConstraintObject object) ? new AddConstraint(key.table(), object.constraint(), false)
				: new CreateIndex(((IndexObject) key).index(), false, false);
	}

	@Override
	public List<UnorderedChange> drop(KeyObject key, Situation situation) {
		KeyDropReason reason = situation.dropReason(key.id());
		if (reason.equals(KeyDropReason.ALONG) && IndexValidity.isRemade(key, situation)) {
			Change change = KeyDropReason.said(IndexValidity.detected(key)).by(removal(key));
			return List.of(UnorderedChange.of(key, change.toBuilder().remark(REMADE).build()));
		}
		Change drop = reason.by(removal(key));
		List<String> back = new ArrayList<>();
		if (!situation.isRemoved(key.parent())) {
			add(IndexValidity.comesBack(key, situation), back);
		}
		add(RefusedRows.back(situation).of(key), back);
		return List.of(UnorderedChange.of(key, drop.toBuilder().undoRemark(lines(back)).build()));
	}

	/**
	 * Creates the operation that drops it from its table.
	 */
	public static Operation removal(KeyObject key) {
		if (key instanceof ConstraintObject object) {
			Constraint constraint = object.constraint();
			return new DropConstraint(key.table(), constraint.name(), constraint, false, false, false);
		}
		Index index = ((IndexObject) key).index();
		return new DropIndex(index.qualifiedName(), index, false, false, false);
	}

	/**
	 * Creates the operation that renames it.
	 */
	public static Operation renaming(KeyObject key, String to) {
		return (key instanceof IndexObject index)
				? new RenameObject(ObjectKind.INDEX, index.index().qualifiedName(), to)
				: new RenameConstraint(key.table(), key.id().name(), to);
	}

	@Override
	public boolean isReplaced(KeyObject was, KeyObject to, Situation situation) {
		return !was.canBecome(to) || !StructuralKey.of(was).equals(StructuralKey.of(to));
	}

	@Override
	public List<UnorderedChange> alter(KeyObject was, KeyObject to, Situation situation) {
		Validity validity = ((ConstraintObject) to).constraint().validity();
		if (((ConstraintObject) was).constraint().validity() != Validity.NOT_VALID) {
			Operation change = new AlterEnforcement(to.table(), to.id().name(), validity != Validity.NOT_ENFORCED);
			return List.of(UnorderedChange.of(to, change, DetectedText.changed(was, to)));
		}
		Operation operation = new ValidateConstraint(to.table(), to.id().name());
		List<Operation> undo = new ArrayList<>(List.of(removal(to), creation(was)));
		CommentRule.putBack(was.id(), situation.before()).ifPresent(undo::add);
		return List.of(UnorderedChange.of(to,
				Change.builder(operation).detected(DetectedText.changed(was, to)).undo(undo).build()));
	}

	/**
	 * Returns a foreign key does not survive a change of the type of its columns or of
	 * the referenced columns. Objects that follow their columns to other types do.
	 */
	@Override
	public Optional<Disturbance> suffers(KeyObject key, ObjectId need, Disturbance disturbance) {
		if (need.kind() == ObjectId.Kind.TABLE) {
			return Optional.empty();
		}
		if (disturbance == Disturbance.RESIZED) {
			return hasCollationOfItsOwn(key) ? Optional.of(Disturbance.DROPPED) : Optional.empty();
		}
		boolean bound = key instanceof ConstraintObject object
				&& object.constraint().references().findAny().isPresent();
		return (bound || disturbance == Disturbance.DROPPED || StructuralKey.isBoundToType(key, Set.of(need.name())))
				? Optional.of(Disturbance.DROPPED) : Optional.empty();
	}

	/**
	 * Returns whether it has its own collation. If the collation of an expression equals
	 * that of its column, both are lost together: PostgreSQL builds the index again from
	 * a text without the collation.
	 */
	private static boolean hasCollationOfItsOwn(KeyObject key) {
		return key instanceof IndexObject object && object.index()
			.keys()
			.stream()
			.anyMatch((part) -> part.expression() != null && part.collation() != null);
	}

}
