package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.autogenerate.rule.Detected;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a generated revision, and why it is there.
 *
 * @param operation what is done
 * @param detected the line for the log, {@code Detected added table 'exercises'}, or
 * {@code null} for one that only prepares or follows another
 * @param loss what it destroys, {@code drops users.avatar_url with its data}, or
 * {@code null} if it destroys nothing
 * @param remark what the author has to look at or to fill in, written in front of it, or
 * {@linkplain #isRemarkBehind() behind} it, as a comment, or {@code null}
 * @param undo what undoes it, or {@code null} for its reverse
 * @param undoRemark what the author has to know of what undoes it, written in front of
 * that as a comment, or {@code null}
 */
public record Change(Operation operation, @Nullable String detected, @Nullable String loss, @Nullable String remark,
		@Nullable List<Operation> undo, @Nullable String undoRemark) {

	public Change {
		undo = (undo != null) ? List.copyOf(undo) : null;
	}

	/**
	 * One of which there is nothing to know when it is undone.
	 * @param operation what is done
	 * @param detected the line for the log, or {@code null}
	 * @param loss what it destroys, or {@code null}
	 * @param remark what the author has to look at, or {@code null}
	 * @param undo what undoes it, or {@code null} for its reverse
	 */
	public Change(Operation operation, @Nullable String detected, @Nullable String loss, @Nullable String remark,
			@Nullable List<Operation> undo) {
		this(operation, detected, loss, remark, undo, null);
	}

	/**
	 * An operation without more.
	 * @param operation what is done
	 * @return the change
	 */
	public static Change of(Operation operation) {
		return new Change(operation, null, null, null, null);
	}

	/**
	 * An operation because of a difference.
	 * @param operation what is done
	 * @param detected the line for the log
	 * @return the change
	 */
	public static Change of(Operation operation, String detected) {
		return new Change(operation, detected, null, null, null);
	}

	/**
	 * The same, with another line for the log.
	 * @param value the line, or {@code null} for none
	 * @return the changed change
	 */
	public Change withDetected(@Nullable String value) {
		return new Change(this.operation, value, this.loss, this.remark, this.undo, this.undoRemark);
	}

	/**
	 * The same, with what it destroys.
	 * @param value what, or {@code null} for nothing
	 * @return the changed change
	 */
	public Change withLoss(@Nullable String value) {
		return new Change(this.operation, this.detected, value, this.remark, this.undo, this.undoRemark);
	}

	/**
	 * The same, with something that the author has to look at.
	 * @param value what, or {@code null} for nothing
	 * @return the changed change
	 */
	public Change withRemark(@Nullable String value) {
		return new Change(this.operation, this.detected, this.loss, value, this.undo, this.undoRemark);
	}

	/**
	 * The same, with one more thing that the author has to look at, in front of others.
	 * @param value what
	 * @return the changed change
	 */
	public Change withFirstRemark(String value) {
		return withRemark((this.remark != null) ? value + "\n" + this.remark : value);
	}

	/**
	 * The same, with something else than its reverse to undo it.
	 * @param value the operations, or {@code null} for the reverse
	 * @return the changed change
	 */
	public Change withUndo(@Nullable List<Operation> value) {
		return new Change(this.operation, this.detected, this.loss, this.remark, value, this.undoRemark);
	}

	/**
	 * The same, with something that the author has to know of what undoes it.
	 * @param value what, or {@code null} for nothing
	 * @return the changed change
	 */
	public Change withUndoRemark(@Nullable String value) {
		return new Change(this.operation, this.detected, this.loss, this.remark, this.undo, value);
	}

	/**
	 * Whether the remark stands behind the operation: what is to be done with a sequence,
	 * or with a table that numbers are counted in, needs it to be there.
	 * @return whether it does
	 */
	public boolean isRemarkBehind() {
		return this.operation instanceof CreateSequence
				|| (this.operation instanceof CreateTable && this.remark != null && this.remark.startsWith("TODO"));
	}

	/**
	 * Whether something is lost that its reverse does not bring back.
	 * @return whether it is
	 */
	public boolean destructive() {
		return this.loss != null;
	}

}
