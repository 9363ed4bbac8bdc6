package dev.migrator.autogenerate;

import java.util.Arrays;
import java.util.List;

import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a generated revision, and why it is there.
 *
 * <pre class="code">
 * Change.builder(operation).detected("Detected added table 'exercises'").remark("see that it is filled").build()
 * </pre>
 */
public final class Change {

	private final Builder values;

	private Change(Builder values) {
		this.values = values;
	}

	/**
	 * Begins a change.
	 * @param operation what is done
	 * @return the builder
	 */
	public static Builder builder(Operation operation) {
		return new Builder(operation);
	}

	/**
	 * Begins with what this one says.
	 * @return a builder
	 */
	public Builder toBuilder() {
		return this.values.copy();
	}

	/**
	 * Returns what is done.
	 */
	public Operation operation() {
		return this.values.operation;
	}

	/**
	 * Returns the line for the log, {@code Detected added table 'exercises'}, or {@code
	 * null} for one that only prepares or follows another.
	 */
	public @Nullable String detected() {
		return this.values.detected;
	}

	/**
	 * Returns what it destroys, {@code drops users.avatar_url with its data}, or {@code
	 * null} if it destroys nothing.
	 */
	public @Nullable String loss() {
		return this.values.loss;
	}

	/**
	 * Returns what the author has to look at or to fill in, written in front of it, or
	 * {@linkplain #isRemarkBehind() behind} it, as a comment, or {@code null}.
	 */
	public @Nullable String remark() {
		return this.values.remark;
	}

	/**
	 * Returns whether the remark stands behind the operation: what is to be done with a
	 * sequence, or with a table that numbers are counted in, needs it to be there.
	 */
	public boolean isRemarkBehind() {
		return this.values.remarkBehind;
	}

	/**
	 * Returns what undoes it, or {@code null} for its reverse.
	 */
	public @Nullable List<Operation> undo() {
		return this.values.undo;
	}

	/**
	 * Returns what the author has to know of what undoes it, written in front of that, or
	 * {@linkplain #isUndoRemarkBehind() behind} it, as a comment, or {@code null}.
	 */
	public @Nullable String undoRemark() {
		return this.values.undoRemark;
	}

	/**
	 * Returns whether the remark about what undoes it stands behind that.
	 */
	public boolean isUndoRemarkBehind() {
		return this.values.undoRemarkBehind;
	}

	/**
	 * An operation without more.
	 * @param operation what is done
	 * @return the change
	 */
	public static Change of(Operation operation) {
		return builder(operation).build();
	}

	/**
	 * An operation because of a difference.
	 * @param operation what is done
	 * @param detected the line for the log
	 * @return the change
	 */
	public static Change of(Operation operation, String detected) {
		return builder(operation).detected(detected).build();
	}

	/**
	 * Whether something is lost that its reverse does not bring back.
	 * @return whether it is
	 */
	public boolean destructive() {
		return this.values.loss != null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Change that && values().equals(that.values());
	}

	@Override
	public int hashCode() {
		return values().hashCode();
	}

	@Override
	public String toString() {
		return "Change" + values();
	}

	private List<@Nullable Object> values() {
		return Arrays.asList(this.values.operation, this.values.detected, this.values.loss, this.values.remark,
				this.values.remarkBehind, this.values.undo, this.values.undoRemark, this.values.undoRemarkBehind);
	}

	/**
	 * Builds a change.
	 */
	public static final class Builder implements Cloneable {

		private Operation operation;

		private @Nullable String detected;

		private @Nullable String loss;

		private @Nullable String remark;

		private boolean remarkBehind;

		private @Nullable List<Operation> undo;

		private @Nullable String undoRemark;

		private boolean undoRemarkBehind;

		private Builder(Operation operation) {
			this.operation = operation;
		}

		/**
		 * Another operation.
		 * @param value what is done
		 * @return this builder
		 */
		public Builder operation(Operation value) {
			this.operation = value;
			return this;
		}

		/**
		 * The line for the log.
		 * @param value the line for the log, {@code Detected added table 'exercises'}, or
		 * {@code null} for one that only prepares or follows another
		 * @return this builder
		 */
		public Builder detected(@Nullable String value) {
			this.detected = value;
			return this;
		}

		/**
		 * What it destroys.
		 * @param value what it destroys, {@code drops users.avatar_url with its data}, or
		 * {@code null} if it destroys nothing
		 * @return this builder
		 */
		public Builder loss(@Nullable String value) {
			this.loss = value;
			return this;
		}

		/**
		 * What the author has to look at or to fill in, instead of what was said before.
		 * @param value what the author has to look at or to fill in, written in front of
		 * it, or {@linkplain #isRemarkBehind() behind} it, as a comment, or {@code null}
		 * @return this builder
		 */
		public Builder remark(@Nullable String value) {
			this.remark = value;
			return this;
		}

		/**
		 * Where the remark stands.
		 * @param value whether the remark stands behind the operation: what is to be done
		 * with a sequence, or with a table that numbers are counted in, needs it to be
		 * there
		 * @return this builder
		 */
		public Builder remarkBehind(boolean value) {
			this.remarkBehind = value;
			return this;
		}

		/**
		 * What undoes it.
		 * @param value what undoes it, or {@code null} for its reverse
		 * @return this builder
		 */
		public Builder undo(@Nullable List<Operation> value) {
			this.undo = (value != null) ? List.copyOf(value) : null;
			return this;
		}

		/**
		 * What the author has to know of what undoes it.
		 * @param value what the author has to know of what undoes it, written in front of
		 * that, or {@linkplain #isUndoRemarkBehind() behind} it, as a comment, or {@code
		 * null}
		 * @return this builder
		 */
		public Builder undoRemark(@Nullable String value) {
			this.undoRemark = value;
			return this;
		}

		/**
		 * Where the remark about what undoes it stands.
		 * @param value whether the remark about what undoes it stands behind that
		 * @return this builder
		 */
		public Builder undoRemarkBehind(boolean value) {
			this.undoRemarkBehind = value;
			return this;
		}

		/**
		 * One more thing that the author has to look at, in front of others.
		 * @param value what
		 * @return this builder
		 */
		public Builder firstRemark(String value) {
			return remark((this.remark != null) ? value + "\n" + this.remark : value);
		}

		/**
		 * Builds the value.
		 * @return the value
		 */
		public Change build() {
			return new Change(copy());
		}

		private Builder copy() {
			try {
				return (Builder) clone();
			}
			catch (CloneNotSupportedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
