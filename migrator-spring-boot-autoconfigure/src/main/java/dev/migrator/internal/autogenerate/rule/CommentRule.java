package dev.migrator.internal.autogenerate.rule;

import java.util.List;
import java.util.Optional;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.RemainingSchema;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Creates, changes and drops comments. A comment is lost when its object is created
 * again, and is then set again.
 */
public final class CommentRule implements Rule<CommentObject> {

	/**
	 * Entities have comments on tables and columns only.
	 */
	@Override
	public boolean isLeftOpen(CommentObject there, Completion completion) {
		return !there.isOnTableOrColumn()
				|| (completion.said().has(there.of()) && !completion.removes(Droppable.COMMENTS));
	}

	@Override
	public boolean goes(CommentObject there, RemainingSchema remaining) {
		return true;
	}

	/**
	 * Returns the reverse of the creation of an object drops its comment too.
	 */
	@Override
	public List<UnorderedChange> create(CommentObject comment, Situation situation) {
		ObjectId of = comment.of();
		boolean isNew = situation.isAdded(of) || (comment.parent() != null && situation.isAdded(comment.root()));
		boolean comesBack = situation.ends(of);
		boolean found = situation.isAdded(comment.id()) && !isNew && !comesBack;
		Change change = change(comment, null, comment.text(), found, situation.then());
		boolean goesAlong = (isNew || comesBack) && !comment.isOnTableOrColumn();
		return List.of(UnorderedChange.of(comment, goesAlong ? change.toBuilder().undo(List.of()).build() : change));
	}

	@Override
	public List<UnorderedChange> drop(CommentObject comment, Situation situation) {
		boolean found = situation.isRemoved(comment.id()) && !situation.ends(comment.of());
		return List.of(UnorderedChange.of(comment, change(comment, comment.text(), null, found, situation.before())));
	}

	@Override
	public List<UnorderedChange> alter(CommentObject was, CommentObject to, Situation situation) {
		return List.of(UnorderedChange.of(to, change(to, was.text(), to.text(), true, situation.then())));
	}

	@Override
	public boolean isReplaced(CommentObject was, CommentObject to, Situation situation) {
		return situation.ends(to.of());
	}

	private static Change change(CommentObject comment, @Nullable String was, @Nullable String to, boolean found,
			SchemaObjects side) {
		return Change.builder(new SetComment(on(comment.of(), side), to, Existing.known(was)))
			.detected(found ? detected(comment.of()) : null)
			.build();
	}

	private static String detected(ObjectId of) {
		String kind = of.kind().words();
		return switch (of.kind()) {
			case COLUMN, CONSTRAINT -> DetectedText.column(kind + " comment", of.tableName(), of.name());
			case SCHEMA -> "Detected schema comment '%s'".formatted(of.name());
			default -> "Detected %s comment '%s'".formatted(kind, of.objectName());
		};
	}

	private static CommentTarget on(ObjectId of, SchemaObjects side) {
		return switch (of.kind()) {
			case COLUMN -> new CommentTarget.OnColumn(of.columnName());
			case CONSTRAINT -> new CommentTarget.OnConstraint(of.tableName(), of.name());
			case INDEX -> new CommentTarget.OnObject(ObjectKind.INDEX, of.objectName());
			case SEQUENCE -> new CommentTarget.OnObject(ObjectKind.SEQUENCE, of.objectName());
			case SCHEMA -> new CommentTarget.OnObject(ObjectKind.SCHEMA, of.objectName());
			case TYPE -> new CommentTarget.OnObject(
					(side.get(of) instanceof DomainObject) ? ObjectKind.DOMAIN : ObjectKind.TYPE, of.objectName());
			default -> new CommentTarget.OnObject(ObjectKind.TABLE, of.objectName());
		};
	}

	/**
	 * Sets the comment of an object that was created again.
	 * @param of its identity
	 * @param side the schema that contains it, with its comment if it has one
	 */
	public static Optional<Operation> putBack(ObjectId of, SchemaObjects side) {
		return (side.get(ObjectId.commentOn(of)) instanceof CommentObject comment)
				? Optional.of(new SetComment(on(of, side), comment.text(), Existing.known(null))) : Optional.empty();
	}

	@Override
	public Optional<Disturbance> suffers(CommentObject comment, ObjectId need, Disturbance disturbance) {
		boolean rebuilt = disturbance == Disturbance.REBUILT && need.kind() == ObjectId.Kind.TYPE;
		return (disturbance == Disturbance.DROPPED || rebuilt) ? Optional.of(Disturbance.DROPPED) : Optional.empty();
	}

}
