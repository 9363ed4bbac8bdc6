package dev.migrator.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Changes a sequence.
 */
public sealed interface SequenceDirective extends Directive {

	/**
	 * Creates a sequence.
	 *
	 * @param sequence the sequence
	 * @param ifNotExists whether nothing is done if a sequence with that name exists;
	 * then it cannot be reversed
	 */
	record CreateSequence(Sequence sequence, boolean ifNotExists) implements SequenceDirective {

		@Override
		public Effects effects() {
			return Effects.making(List.of(new SequenceObject(this.sequence)));
		}

		@Override
		public Optional<Operation> reverse() {
			return this.ifNotExists ? Optional.empty()
					: Optional.of(new DropSequence(this.sequence.name(), this.sequence, false, false));
		}

		@Override
		public String java(JavaCode java) {
			ColumnName owner = this.sequence.ownedBy();
			return java.call("createSequence", java.text(this.sequence.name()),
					java.lambda("sequence",
							java.sequence(this.sequence.type(), this.sequence.options()) + ((owner != null)
									? java.link("ownedBy", List.of(owner.table().toString(), owner.column())) : "")
									+ java.link("ifNotExists", this.ifNotExists)));
		}

		@Override
		public String describe() {
			return "create sequence " + this.sequence.name();
		}

	}

	/**
	 * Drops a sequence. The reverse creates it with its first number.
	 *
	 * @param name its name
	 * @param was its definition, or {@code null} if it is unknown
	 * @param ifExists whether nothing is done if it does not exist; then it cannot be
	 * reversed
	 * @param cascade whether the defaults that use it are dropped too; then it cannot be
	 * reversed
	 */
	record DropSequence(ObjectName name, @Nullable Sequence was, boolean ifExists,
			boolean cascade) implements SequenceDirective {

		@Override
		public Effects effects() {
			return (this.was != null) ? Effects.removing(List.of(new SequenceObject(this.was)))
					: Effects.removing(ObjectId.sequence(this.name));
		}

		@Override
		public Optional<Operation> reverse() {
			return (this.cascade || this.ifExists) ? Optional.empty()
					: Optional.ofNullable(this.was).map((sequence) -> new CreateSequence(sequence, false));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("dropSequence", java.text(this.name),
					java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
		}

		@Override
		public String describe() {
			return "drop sequence " + this.name;
		}

		@Override
		public String toBeReversible() {
			return (this.cascade || this.ifExists) ? "" : ReverseAdvice.there("createSequence", this.name);
		}

	}

	/**
	 * Changes how a sequence counts.
	 *
	 * @param name its name
	 * @param type the type of its numbers, or {@code null} if it does not change
	 * @param to the other changes; {@code null} components do not change
	 * @param typeWas the old type, if the type changes, or {@code null} for bigint
	 * @param was the old options, or {@code null} if they are unknown; {@code null}
	 * components were the defaults of PostgreSQL
	 * @param restart whether it starts again with its first number, in the reverse too;
	 * this is necessary if the last number is outside the new bounds
	 */
	record AlterSequence(ObjectName name, @Nullable DataType type, SequenceOptions to, @Nullable DataType typeWas,
			@Nullable SequenceOptions was, boolean restart) implements SequenceDirective {

		public AlterSequence {
			if (type == null && to.equals(SequenceOptions.DEFAULT) && !restart) {
				throw new InvalidDefinitionException("No change of the sequence %s is given.".formatted(name),
						"Give at least one: incrementBy(50), maxValue(1000), as(bigint()), ownedBy(\"table\", \"column\").");
			}
		}

		/**
		 * Creates the operation for a sequence whose type does not change.
		 * @param name its name
		 * @param to the changes
		 * @param was the old options, or {@code null} if they are unknown
		 */
		public AlterSequence(ObjectName name, SequenceOptions to, @Nullable SequenceOptions was) {
			this(name, null, to, null, was);
		}

		/**
		 * Creates the operation for a sequence that continues from its present number.
		 * @param name its name
		 * @param type the type of its numbers, or {@code null} if it does not change
		 * @param to the other changes
		 * @param typeWas the old type, if the type changes, or {@code null} for bigint
		 * @param was the old options, or {@code null} if they are unknown
		 */
		public AlterSequence(ObjectName name, @Nullable DataType type, SequenceOptions to, @Nullable DataType typeWas,
				@Nullable SequenceOptions was) {
			this(name, type, to, typeWas, was, false);
		}

		@Override
		public Effects effects() {
			return Effects.making(ObjectId.sequence(this.name));
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.ofNullable(this.was)
				.map((options) -> new RestoreSequence(this.name, this.typeWas, options, this.type, this.to,
						this.restart));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("alterSequence", java.text(this.name),
					java.lambda("sequence", java.sequence(this.type, this.to) + java.link("restart", this.restart)));
		}

		@Override
		public String describe() {
			return "alter sequence " + this.name;
		}

		@Override
		public String toBeReversible() {
			return "Give its old options: op.alterSequence(\"%s\", ..., (was) -> was.incrementBy(1))"
				.formatted(this.name);
		}

	}

	/**
	 * Changes the column that owns a sequence. A sequence is dropped together with its
	 * column.
	 *
	 * @param sequence the name of the sequence
	 * @param to the new owning column, or {@code null} for none
	 * @param was the old owning column
	 */
	record AlterOwningColumn(ObjectName sequence, @Nullable ColumnName to,
			Existing<ColumnName> was) implements SequenceDirective {

		@Override
		public Effects effects() {
			ObjectId owner = ObjectId.ownerOf(this.sequence);
			if (this.to == null) {
				return Effects.removing(owner);
			}
			return (this.was.value() != null) ? Effects.changing(Set.of(owner)) : Effects.making(owner);
		}

		@Override
		public Optional<Operation> reverse() {
			return this.was.known()
					? Optional.of(new AlterOwningColumn(this.sequence, this.was.value(), Existing.known(this.to)))
					: Optional.empty();
		}

		@Override
		public String java(JavaCode java) {
			String owner = (this.to != null)
					? java.link("ownedBy", List.of(this.to.table().toString(), this.to.column())) : ".ownedByNone()";
			return java.call("alterSequence", java.text(this.sequence), java.lambda("sequence", owner));
		}

		@Override
		public String describe() {
			return (this.to != null)
					? "give sequence %s to column %s of %s".formatted(this.sequence, this.to.column(), this.to.table())
					: "take sequence %s from its column".formatted(this.sequence);
		}

		@Override
		public String toBeReversible() {
			return "Give the old owning column: op.alterSequence(\"%s\", ..., (was) -> was.ownedBy(\"table\", \"column\"))"
				.formatted(this.sequence);
		}

	}

	/**
	 * Restores the old options of a sequence: the reverse of {@link AlterSequence}.
	 *
	 * @param name its name
	 * @param typeWas the old type, or {@code null} for bigint
	 * @param was the old options; {@code null} components were the defaults of PostgreSQL
	 * @param type the type it was changed to, or {@code null} if its type did not change
	 * @param changed the other changes, which are undone; the rest does not change
	 * @param restart whether it starts again with its first number
	 */
	record RestoreSequence(ObjectName name, @Nullable DataType typeWas, SequenceOptions was, @Nullable DataType type,
			SequenceOptions changed, boolean restart) implements SequenceDirective {

		/**
		 * Creates the operation for a sequence that continues from its present number.
		 * @param name its name
		 * @param typeWas the old type, or {@code null} for bigint
		 * @param was the old options
		 * @param type the type it was changed to, or {@code null} if its type did not
		 * change
		 * @param changed the other changes
		 */
		public RestoreSequence(ObjectName name, @Nullable DataType typeWas, SequenceOptions was,
				@Nullable DataType type, SequenceOptions changed) {
			this(name, typeWas, was, type, changed, false);
		}

		/**
		 * Returns the type to restore.
		 * @return the type, or {@code null} if its type does not change
		 */
		public @Nullable DataType typeBack() {
			return (this.type != null) ? Objects.requireNonNullElse(this.typeWas, Types.bigint()) : null;
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional
				.of(new AlterSequence(this.name, this.type, this.changed, this.typeWas, this.was, this.restart));
		}

		/**
		 * If all old options are given, this is an ordinary alteration. Only the reverse
		 * of an alteration can restore the defaults of PostgreSQL.
		 */
		@Override
		public String java(JavaCode java) {
			SequenceOptions back = new SequenceOptions(back(SequenceOptions::start), back(SequenceOptions::increment),
					back(SequenceOptions::min), back(SequenceOptions::max), back(SequenceOptions::cache),
					back(SequenceOptions::cycle));
			if (isSaid(SequenceOptions::start) && isSaid(SequenceOptions::increment) && isSaid(SequenceOptions::min)
					&& isSaid(SequenceOptions::max) && isSaid(SequenceOptions::cache)
					&& isSaid(SequenceOptions::cycle)) {
				return new AlterSequence(this.name, typeBack(), back, null, null, this.restart).java(java);
			}
			String before = java.lambda("before", java.sequence(typeBack(), this.was));
			return java.call("reverse",
					java.lambda("was", java.callOn("", "alterSequence", java.text(this.name),
							java.lambda("sequence",
									java.sequence(this.type, this.changed) + java.link("restart", this.restart)),
							before.isEmpty() ? "(before) -> {\n}" : before)));
		}

		private <T> @Nullable T back(Function<SequenceOptions, @Nullable T> option) {
			return (option.apply(this.changed) != null) ? option.apply(this.was) : null;
		}

		private boolean isSaid(Function<SequenceOptions, ? extends @Nullable Object> option) {
			Object changed = option.apply(this.changed);
			Object before = option.apply(this.was);
			return changed == null || (before != null && !before.equals(changed));
		}

		@Override
		public String describe() {
			return "restore sequence " + this.name;
		}

	}

}
