package dev.migrator.operation;

import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Changes the default of a column.
 *
 * @param column the column
 * @param to its new default, or {@code null} for none
 * @param was the old default
 */
public record AlterColumnDefault(ColumnName column, @Nullable Expression to,
		Existing<Expression> was) implements Directive {

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
		return "%s the default of column %s of %s".formatted((this.to != null) ? "set" : "drop", this.column.column(),
				this.column.table());
	}

	@Override
	public String toBeReversible() {
		return "Give the old default: op.alterColumn(\"%s\", \"%s\", ..., (was) -> was.noDefault())"
			.formatted(this.column.table(), this.column.column());
	}

}
