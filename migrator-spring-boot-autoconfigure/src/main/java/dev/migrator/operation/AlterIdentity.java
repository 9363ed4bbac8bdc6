package dev.migrator.operation;

import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Changes the identity of a column: how PostgreSQL generates its numbers. The old
 * identity decides whether one is added, changed or dropped.
 *
 * @param column the column
 * @param to its new identity, or {@code null} for none
 * @param was the old identity; if it is unknown and a new one is set, the column has none
 */
public record AlterIdentity(ColumnName column, @Nullable Identity to, Existing<Identity> was) implements Directive {

	@Override
	public Effects effects() {
		ObjectId id = ObjectId.identityOf(this.column);
		boolean added = this.was.known() && this.was.value() == null;
		return (this.to == null) ? Effects.removing(id)
				: added ? Effects.making(id).needing(ObjectId.notNullOf(this.column)) : Effects.changing(Set.of(id));
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
		return java.alterColumn(this.column, java.identity(this.to), changed ? java.identity(this.was.value()) : "");
	}

	@Override
	public String describe() {
		return "%s the identity of column %s of %s".formatted((this.to != null) ? "set" : "drop", this.column.column(),
				this.column.table());
	}

	@Override
	public String toBeReversible() {
		return "Give the old identity: op.alterColumn(\"%s\", \"%s\", ..., (was) -> was.identity())"
			.formatted(this.column.table(), this.column.column());
	}

}
