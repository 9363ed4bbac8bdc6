package dev.migrator.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Changes the column that owns a sequence. A sequence is dropped together with its
 * column.
 *
 * @param sequence the name of the sequence
 * @param to the new owning column, or {@code null} for none
 * @param was the old owning column
 */
public record AlterOwningColumn(ObjectName sequence, @Nullable ColumnName to,
		Existing<ColumnName> was) implements Directive {

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
		String owner = (this.to != null) ? java.link("ownedBy", List.of(this.to.table().toString(), this.to.column()))
				: ".ownedByNone()";
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
