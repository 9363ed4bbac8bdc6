package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.element.Sequence;

/**
 * Creates a sequence.
 *
 * @param sequence the sequence
 * @param ifNotExists whether nothing is done if a sequence with that name exists; then it
 * cannot be reversed
 */
public record CreateSequence(Sequence sequence, boolean ifNotExists) implements Directive {

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
		return java.call("createSequence", java.text(this.sequence.name()), java
			.lambda("sequence", java.sequence(this.sequence.type(), this.sequence.options())
					+ ((owner != null) ? java.link("ownedBy", List.of(owner.table().toString(), owner.column())) : "")
					+ java.link("ifNotExists", this.ifNotExists)));
	}

	@Override
	public String describe() {
		return "create sequence " + this.sequence.name();
	}

}
