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
 * Drops a sequence. Its reverse begins to count again.
 *
 * @param name its name
 * @param was what it is, or {@code null} if that was not said
 * @param ifExists whether nothing is done if there is none; then it cannot be reversed
 * @param cascade whether defaults that use it go too; then it cannot be reversed
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
