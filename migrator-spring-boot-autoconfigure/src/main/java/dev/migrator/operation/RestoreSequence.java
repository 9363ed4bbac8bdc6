package dev.migrator.operation;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Restores the old options of a sequence: the reverse of {@link AlterSequence}.
 *
 * @param name its name
 * @param typeWas the old type, or {@code null} for bigint
 * @param was the old options; {@code null} components were the defaults of PostgreSQL
 * @param type the type it was changed to, or {@code null} if its type did not change
 * @param changed the other changes, which are undone; the rest does not change
 * @param restart whether it starts again with its first number
 */
public record RestoreSequence(ObjectName name, @Nullable DataType typeWas, SequenceOptions was, @Nullable DataType type,
		SequenceOptions changed, boolean restart) implements Directive {

	/**
	 * Creates the operation for a sequence that continues from its present number.
	 * @param name its name
	 * @param typeWas the old type, or {@code null} for bigint
	 * @param was the old options
	 * @param type the type it was changed to, or {@code null} if its type did not change
	 * @param changed the other changes
	 */
	public RestoreSequence(ObjectName name, @Nullable DataType typeWas, SequenceOptions was, @Nullable DataType type,
			SequenceOptions changed) {
		this(name, typeWas, was, type, changed, false);
	}

	/**
	 * Returns the type to restore.
	 * @return the type, or {@code null} if its type does not change
	 */
	public @Nullable DataType typeBack() {
		return (this.type != null) ? Objects.requireNonNullElse(this.typeWas, Types.bigint()) : null;
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new AlterSequence(this.name, this.type, this.changed, this.typeWas, this.was, this.restart));
	}

	/**
	 * If all old options are given, this is an ordinary alteration. Only the reverse of
	 * an alteration can restore the defaults of PostgreSQL.
	 */
	@Override
	public String java(JavaCode java) {
		SequenceOptions back = new SequenceOptions(back(SequenceOptions::start), back(SequenceOptions::increment),
				back(SequenceOptions::min), back(SequenceOptions::max), back(SequenceOptions::cache),
				back(SequenceOptions::cycle));
		if (isSaid(SequenceOptions::start) && isSaid(SequenceOptions::increment) && isSaid(SequenceOptions::min)
				&& isSaid(SequenceOptions::max) && isSaid(SequenceOptions::cache) && isSaid(SequenceOptions::cycle)) {
			return new AlterSequence(this.name, typeBack(), back, null, null, this.restart).java(java);
		}
		String before = java.lambda("before", java.sequence(typeBack(), this.was));
		return java.call("reverse",
				java.lambda("was",
						java.callOn("", "alterSequence", java.text(this.name),
								java.lambda("sequence",
										java.sequence(this.type, this.changed) + java.link("restart", this.restart)),
								before.isEmpty() ? "(before) -> {\n}" : before)));
	}

	private <T> @Nullable T back(Function<SequenceOptions, @Nullable T> option) {
		return (option.apply(this.changed) != null) ? option.apply(this.was) : null;
	}

	private boolean isSaid(Function<SequenceOptions, ? extends @Nullable Object> option) {
		Object changed = option.apply(this.changed);
		Object before = option.apply(this.was);
		return changed == null || (before != null && !before.equals(changed));
	}

	@Override
	public String describe() {
		return "restore sequence " + this.name;
	}

}
