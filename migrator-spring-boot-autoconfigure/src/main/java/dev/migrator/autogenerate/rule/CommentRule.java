package dev.migrator.autogenerate.rule;

import java.util.List;
import java.util.Optional;

import dev.migrator.autogenerate.Removal;
import dev.migrator.operation.ChangeComment;
import dev.migrator.operation.Commented;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.Was;
import dev.migrator.schema.object.CommentObject;
import dev.migrator.schema.object.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Creates, changes and drops comments.
 */
final class CommentRule implements Rule<CommentObject> {

	@Override
	public boolean isLeftOpen(CommentObject there, Completion completion) {
		return completion.said().has(there.of()) && !completion.removes(Removal.COMMENTS);
	}

	@Override
	public List<Proposed> create(CommentObject comment, Situation situation) {
		boolean found = situation.isAdded(comment.id()) && !situation.isAdded(comment.of())
				&& !situation.isPutBack(comment.of());
		return change(comment, null, comment.text(), found);
	}

	@Override
	public List<Proposed> drop(CommentObject comment, Situation situation) {
		boolean found = situation.isRemoved(comment.id()) && !situation.isRemoved(comment.of())
				&& !situation.isPutBack(comment.of());
		return change(comment, comment.text(), null, found);
	}

	@Override
	public List<Proposed> alter(CommentObject was, CommentObject to, Situation situation) {
		return change(to, was.text(), to.text(), true);
	}

	@Override
	public boolean isReplaced(CommentObject was, CommentObject to, Situation situation) {
		return situation.isPutBack(to.of());
	}

	private static List<Proposed> change(CommentObject comment, @Nullable String was, @Nullable String to,
			boolean found) {
		Commented on = on(comment.of());
		String detected = (on instanceof Commented.OnColumn column)
				? Detected.column("column comment", column.column().table(), column.column().column())
				: "Detected table comment '%s'".formatted(comment.of().objectName());
		return List.of(Proposed.of(comment, new ChangeComment(on, to, Was.known(was)), found ? detected : null));
	}

	private static Commented on(ObjectId of) {
		return (of.kind() == ObjectId.Kind.COLUMN) ? new Commented.OnColumn(of.columnName())
				: new Commented.OnObject(ObjectKind.TABLE, of.objectName());
	}

	@Override
	public Optional<Disturbance> suffers(CommentObject comment, ObjectId need, Disturbance disturbance) {
		return (disturbance == Disturbance.DROPPED) ? Optional.of(Disturbance.DROPPED) : Optional.empty();
	}

}
