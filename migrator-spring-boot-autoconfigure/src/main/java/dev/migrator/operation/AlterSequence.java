package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.DataType;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Changes how a sequence counts.
 *
 * @param name its name
 * @param type the type of its numbers, or {@code null} if that stays
 * @param to what else changes; what is {@code null} in it stays
 * @param typeWas the type it had, where that changes, or {@code null} for bigint
 * @param was what else it was, or {@code null} if nothing was said of it; what is
 * {@code null} in it was left to PostgreSQL
 * @param restart whether it begins again with its first number, on the way back too: it
 * has to where new bounds leave the last number out
 */
public record AlterSequence(ObjectName name, @Nullable DataType type, SequenceOptions to, @Nullable DataType typeWas,
		@Nullable SequenceOptions was, boolean restart) implements Directive {

	public AlterSequence {
		if (type == null && to.equals(SequenceOptions.DEFAULT) && !restart) {
			throw new InvalidDefinitionException("Nothing of the sequence %s changes.".formatted(name),
					"Say what: incrementBy(50), maxValue(1000), as(bigint()), ownedBy(\"table\", \"column\").");
		}
	}

	/**
	 * Of a sequence whose type stays.
	 * @param name its name
	 * @param to what changes
	 * @param was what that was, or {@code null} if it was not said
	 */
	public AlterSequence(ObjectName name, SequenceOptions to, @Nullable SequenceOptions was) {
		this(name, null, to, null, was);
	}

	/**
	 * Of a sequence that goes on where it is.
	 * @param name its name
	 * @param type the type of its numbers, or {@code null} if that stays
	 * @param to what else changes
	 * @param typeWas the type it had, where that changes, or {@code null} for bigint
	 * @param was what else it was, or {@code null} if it was not said
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
			.map((options) -> new RestoreSequence(this.name, this.typeWas, options, this.type, this.to, this.restart));
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
		return "Say how it counted: op.alterSequence(\"%s\", ..., (was) -> was.incrementBy(1))".formatted(this.name);
	}

}
