package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.object.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Changes how a sequence counts.
 *
 * @param name its name
 * @param to what changes; what is {@code null} in it stays, or goes back to its default
 * if {@code was} says it
 * @param was what that was, or {@code null} if it was not said
 */
public record AlterSequence(ObjectName name, SequenceOptions to, @Nullable SequenceOptions was) implements Directive {

	public AlterSequence {
		if (to.equals(SequenceOptions.DEFAULT)) {
			throw new InvalidDefinitionException("Nothing of the sequence %s changes.".formatted(name),
					"Say what: incrementBy(50), maxValue(1000).");
		}
	}

	@Override
	public Effects effects() {
		return Effects.making(ObjectId.sequence(this.name));
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.was).map((options) -> new RestoreSequence(this.name, options, this.to));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("alterSequence", java.text(this.name), java.lambda("sequence", java.sequence(this.to)));
	}

	@Override
	public String describe() {
		return "alter sequence " + this.name;
	}

	@Override
	public String toBeReversible() {
		return "Say how it counted: op.alterSequence(\"%s\", ..., (was) -> was.incrementBy(1))".formatted(this.name);
	}

}
