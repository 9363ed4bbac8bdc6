package dev.migrator.operation;

import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Changes the value that a column gets by itself: its default, its identity, its
 * expression.
 */
public sealed interface ColumnValueDirective extends Directive {

	/**
	 * Changes the default of a column.
	 *
	 * @param column the column
	 * @param to its new default, or {@code null} for none
	 * @param was the old default
	 */
	record AlterColumnDefault(ColumnName column, @Nullable Expression to,
			Existing<Expression> was) implements ColumnValueDirective {

		@Override
		public Effects effects() {
			ObjectId id = ObjectId.defaultOf(this.column);
			boolean added = this.was.known() && this.was.value() == null;
			return (this.to == null) ? Effects.removing(id) : added ? Effects.making(id) : Effects.changing(Set.of(id));
		}

		@Override
		public Optional<Operation> reverse() {
			return this.was.known()
					? Optional.of(new AlterColumnDefault(this.column, this.was.value(), Existing.known(this.to)))
					: Optional.empty();
		}

		@Override
		public String java(JavaCode java) {
			return java.alterColumn(this.column, java.defaultValue(this.to), "");
		}

		@Override
		public String describe() {
			return "%s the default of column %s of %s".formatted((this.to != null) ? "set" : "drop",
					this.column.column(), this.column.table());
		}

		@Override
		public String toBeReversible() {
			return "Give the old default: op.alterColumn(\"%s\", \"%s\", ..., (was) -> was.noDefault())"
				.formatted(this.column.table(), this.column.column());
		}

	}

	/**
	 * Changes the identity of a column: how PostgreSQL generates its numbers. The old
	 * identity decides whether one is added, changed or dropped.
	 *
	 * @param column the column
	 * @param to its new identity, or {@code null} for none
	 * @param was the old identity; if it is unknown and a new one is set, the column has
	 * none
	 */
	record AlterIdentity(ColumnName column, @Nullable Identity to,
			Existing<Identity> was) implements ColumnValueDirective {

		@Override
		public Effects effects() {
			ObjectId id = ObjectId.identityOf(this.column);
			boolean added = this.was.known() && this.was.value() == null;
			return (this.to == null) ? Effects.removing(id) : added
					? Effects.making(id).needing(ObjectId.notNullOf(this.column)) : Effects.changing(Set.of(id));
		}

		@Override
		public Optional<Operation> reverse() {
			return (this.was.known() || this.to != null)
					? Optional.of(new AlterIdentity(this.column, this.was.value(), Existing.known(this.to)))
					: Optional.empty();
		}

		@Override
		public String java(JavaCode java) {
			boolean changed = this.to != null && this.was.value() != null;
			return java.alterColumn(this.column, java.identity(this.to),
					changed ? java.identity(this.was.value()) : "");
		}

		@Override
		public String describe() {
			return "%s the identity of column %s of %s".formatted((this.to != null) ? "set" : "drop",
					this.column.column(), this.column.table());
		}

		@Override
		public String toBeReversible() {
			return "Give the old identity: op.alterColumn(\"%s\", \"%s\", ..., (was) -> was.identity())"
				.formatted(this.column.table(), this.column.column());
		}

	}

	/**
	 * Changes a stored generated column into a plain column, which keeps the computed
	 * values. PostgreSQL can reverse this only with a new column.
	 *
	 * @param column the column
	 */
	record DropExpression(ColumnName column) implements ColumnValueDirective {

		@Override
		public Effects effects() {
			return Effects.changing(Set.of(ObjectId.column(this.column)));
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.empty();
		}

		@Override
		public String java(JavaCode java) {
			return java.alterColumn(this.column, ".noExpression()", "");
		}

		@Override
		public String describe() {
			return "drop the expression of column %s of %s".formatted(this.column.column(), this.column.table());
		}

		@Override
		public String toBeReversible() {
			return "Write the downgrade: drop the column %s of %s, and add it again with its expression"
				.formatted(this.column.column(), this.column.table());
		}

	}

}
