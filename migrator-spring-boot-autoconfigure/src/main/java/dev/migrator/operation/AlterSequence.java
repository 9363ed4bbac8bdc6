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
 * @param type the type of its numbers, or {@code null} if it does not change
 * @param to the other changes; {@code null} components do not change
 * @param typeWas the old type, if the type changes, or {@code null} for bigint
 * @param was the old options, or {@code null} if they are unknown; {@code null}
 * components were the defaults of PostgreSQL
 * @param restart whether it starts again with its first number, in the reverse too; this
 * is necessary if the last number is outside the new bounds
 */
public record AlterSequence(ObjectName name, @Nullable DataType type, SequenceOptions to, @Nullable DataType typeWas,
		@Nullable SequenceOptions was, boolean restart) implements Directive {

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
		return "Give its old options: op.alterSequence(\"%s\", ..., (was) -> was.incrementBy(1))".formatted(this.name);
	}

}
