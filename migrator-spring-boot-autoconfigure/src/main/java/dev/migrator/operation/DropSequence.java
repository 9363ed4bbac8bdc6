package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Sequence;
import org.jspecify.annotations.Nullable;

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
public record DropSequence(ObjectName name, @Nullable Sequence was, boolean ifExists,
		boolean cascade) implements Directive {

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
