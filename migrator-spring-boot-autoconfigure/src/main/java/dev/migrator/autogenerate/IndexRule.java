package dev.migrator.autogenerate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.DropIndex;
import dev.migrator.schema.Index;
import dev.migrator.schema.object.IndexObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObject;

/**
 * Creates and drops indexes. None is changed in place.
 */
final class IndexRule implements Rule<IndexObject> {

	@Override
	public Optional<SchemaObject> complete(IndexObject said, Completion completion) {
		return Optional.of(new KeyCompletion(completion, said.parent()).index(said));
	}

	@Override
	public List<Proposed> create(IndexObject object, Situation situation) {
		Index index = object.index();
		ObjectId id = object.id();
		boolean found = situation.isAdded(id) && !situation.isAdded(object.parent())
				&& !situation.outcome().isSuccessor(id);
		return List.of(Proposed.of(object,
				new Change(new CreateIndex(index, false, false), found ? Detected.added(index) : null, null,
						isOfOldType(object, situation) ? ConstraintRule.OF_OLD_TYPE : null, null)));
	}

	private static boolean isOfOldType(IndexObject object, Situation situation) {
		return situation.isPutBack(object.id()) && situation.outcome().isKept(object.id())
				&& Shape.isBoundToType(object.index(), situation.disturbedColumns(object.parent()));
	}

	@Override
	public List<Proposed> drop(IndexObject object, Situation situation) {
		Index index = object.index();
		return List.of(Proposed.of(object,
				situation.outcome()
					.going(object.id())
					.by(new DropIndex(index.qualifiedName(), index, false, false, false))));
	}

	@Override
	public boolean isReplaced(IndexObject was, IndexObject to, Situation situation) {
		return true;
	}

	@Override
	public Optional<Disturbance> suffers(IndexObject object, ObjectId need, Disturbance disturbance) {
		if (need.kind() != ObjectId.Kind.COLUMN) {
			return Optional.empty();
		}
		return (disturbance == Disturbance.DROPPED || Shape.isBoundToType(object.index(), Set.of(need.name())))
				? Optional.of(Disturbance.DROPPED) : Optional.empty();
	}

}
