package dev.migrator.autogenerate;

import java.util.Arrays;
import java.util.List;

import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a generated revision, with the reason for it.
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
	 * @param operation the operation
	 * @return the builder
	 */
	public static Builder builder(Operation operation) {
		return new Builder(operation);
	}

	/**
	 * Begins with the values of this one.
	 * @return a builder
	 */
	public Builder toBuilder() {
		return this.values.copy();
	}

	/**
	 * Returns the operation.
	 */
	public Operation operation() {
		return this.values.operation;
	}

	/**
	 * Returns the line for the log, {@code Detected added table 'exercises'}, or
	 * {@code null} for a change that only prepares or follows another.
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
	 * Returns the remark about what the author has to check or to fill in, or
	 * {@code null}. It is written as a comment before the operation, or
	 * {@linkplain #isRemarkBehind() after} it.
	 */
	public @Nullable String remark() {
		return this.values.remark;
	}

	/**
	 * Returns whether the remark is written after the operation, because its work needs
	 * the created sequence or the created table that generates numbers.
	 */
	public boolean isRemarkBehind() {
		return this.values.remarkBehind;
	}

	/**
	 * Returns the operations that undo it, or {@code null} for its reverse.
	 */
	public @Nullable List<Operation> undo() {
		return this.values.undo;
	}

	/**
	 * Returns the remark about the operations that undo it, or {@code null}. It is
	 * written as a comment before them, or {@linkplain #isUndoRemarkBehind() after} them.
	 */
	public @Nullable String undoRemark() {
		return this.values.undoRemark;
	}

	/**
	 * Returns whether the remark about the operations that undo it is written after them.
	 */
	public boolean isUndoRemarkBehind() {
		return this.values.undoRemarkBehind;
	}

	/**
	 * Creates a change with an operation only.
	 * @param operation the operation
	 * @return the change
	 */
	public static Change of(Operation operation) {
		return builder(operation).build();
	}

	/**
	 * Creates a change with an operation because of a difference.
	 * @param operation the operation
	 * @param detected the line for the log
	 * @return the change
	 */
	public static Change of(Operation operation, String detected) {
		return builder(operation).detected(detected).build();
	}

	/**
	 * Returns whether it destroys something that its reverse cannot restore.
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
		 * Sets the operation.
		 * @param value the operation
		 * @return this builder
		 */
		public Builder operation(Operation value) {
			this.operation = value;
			return this;
		}

		/**
		 * Sets the line for the log.
		 * @param value the line for the log, {@code Detected added table 'exercises'}, or
		 * {@code null} for a change that only prepares or follows another
		 * @return this builder
		 */
		public Builder detected(@Nullable String value) {
			this.detected = value;
			return this;
		}

		/**
		 * Sets what it destroys.
		 * @param value what it destroys, {@code drops users.avatar_url with its data}, or
		 * {@code null} if it destroys nothing
		 * @return this builder
		 */
		public Builder loss(@Nullable String value) {
			this.loss = value;
			return this;
		}

		/**
		 * Sets the remark about what the author has to check or to fill in. It replaces
		 * an earlier remark.
		 * @param value the remark, written as a comment before the operation, or
		 * {@linkplain #isRemarkBehind() after} it, or {@code null}
		 * @return this builder
		 */
		public Builder remark(@Nullable String value) {
			this.remark = value;
			return this;
		}

		/**
		 * Sets the place of the remark.
		 * @param value whether the remark is written after the operation, because its
		 * work needs the created sequence or the created table that generates numbers
		 * @return this builder
		 */
		public Builder remarkBehind(boolean value) {
			this.remarkBehind = value;
			return this;
		}

		/**
		 * Sets the operations that undo it.
		 * @param value the operations, or {@code null} for its reverse
		 * @return this builder
		 */
		public Builder undo(@Nullable List<Operation> value) {
			this.undo = (value != null) ? List.copyOf(value) : null;
			return this;
		}

		/**
		 * Sets the remark about the operations that undo it.
		 * @param value the remark, written as a comment before these operations, or
		 * {@linkplain #isUndoRemarkBehind() after} them, or {@code null}
		 * @return this builder
		 */
		public Builder undoRemark(@Nullable String value) {
			this.undoRemark = value;
			return this;
		}

		/**
		 * Sets the place of the remark about the operations that undo it.
		 * @param value whether the remark is written after these operations
		 * @return this builder
		 */
		public Builder undoRemarkBehind(boolean value) {
			this.undoRemarkBehind = value;
			return this;
		}

		/**
		 * Adds a remark before the other remarks.
		 * @param value the remark
		 * @return this builder
		 */
		public Builder firstRemark(String value) {
			return remark((this.remark != null) ? value + "\n" + this.remark : value);
		}

		/**
		 * Adds a remark about the operations that undo it, after the other remarks and
		 * where they are.
		 * @param value the remark
		 * @return this builder
		 */
		public Builder lastUndoRemark(String value) {
			return undoRemark((this.undoRemark != null) ? this.undoRemark + "\n" + value : value);
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
