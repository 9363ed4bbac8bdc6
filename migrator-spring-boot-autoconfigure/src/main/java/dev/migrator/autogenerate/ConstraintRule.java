package dev.migrator.autogenerate;

import java.util.List;
import java.util.Optional;

import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.DropConstraint;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.object.ConstraintObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObject;
import org.jspecify.annotations.Nullable;

/**
 * Creates and drops constraints. None is changed in place.
 */
final class ConstraintRule implements Rule<ConstraintObject> {

	static final String OF_OLD_TYPE = "TODO: written for the old type of a column; see that it fits the new one";

	@Override
	public Optional<SchemaObject> complete(ConstraintObject said, Completion completion) {
		return Optional.of(new KeyCompletion(completion, said.parent()).constraint(said));
	}

	@Override
	public List<Proposed> create(ConstraintObject object, Situation situation) {
		Constraint constraint = object.constraint();
		ObjectId id = object.id();
		boolean found = situation.isAdded(id) && !situation.isAdded(object.parent())
				&& !situation.outcome().isSuccessor(id);
		String remark = isOfOldType(object, situation) ? OF_OLD_TYPE : situation.outcome().remark(id);
		return List.of(Proposed.of(object, new Change(new AddConstraint(object.table(), constraint, false),
				found ? Detected.added(object.table(), constraint) : null, null, remark, null)));
	}

	private static boolean isOfOldType(ConstraintObject object, Situation situation) {
		return situation.isPutBack(object.id()) && situation.outcome().isKept(object.id())
				&& Shape.isBoundToType(object.constraint(), situation.disturbedColumns(object.parent()));
	}

	@Override
	public List<Proposed> drop(ConstraintObject object, Situation situation) {
		Constraint constraint = object.constraint();
		return List.of(Proposed.of(object,
				situation.outcome()
					.going(object.id())
					.by(new DropConstraint(object.table(), constraint.name(), constraint, false, false, false))));
	}

	@Override
	public boolean isReplaced(ConstraintObject was, ConstraintObject to, Situation situation) {
		return true;
	}

	@Override
	public Optional<Disturbance> suffers(ConstraintObject object, ObjectId need, Disturbance disturbance) {
		boolean follows = disturbance != Disturbance.DROPPED && !object.constraint().isBoundToTypes()
				&& !(object.constraint() instanceof ForeignKey);
		return (follows || isTable(need)) ? Optional.empty() : Optional.of(Disturbance.DROPPED);
	}

	private static boolean isTable(@Nullable ObjectId need) {
		return need != null && need.kind() == ObjectId.Kind.TABLE;
	}

}
