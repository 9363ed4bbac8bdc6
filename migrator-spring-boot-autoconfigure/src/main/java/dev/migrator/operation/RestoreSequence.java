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
 * Has a sequence count as it did before: the reverse of {@link AlterSequence}.
 *
 * @param name its name
 * @param typeWas the type it had, or {@code null} for bigint
 * @param was how else it counted; what is {@code null} there was left to PostgreSQL
 * @param type the type it got, or {@code null} if it kept that which it has
 * @param changed what else was changed, which goes back; the rest stays
 * @param restart whether it begins again with its first number
 */
public record RestoreSequence(ObjectName name, @Nullable DataType typeWas, SequenceOptions was, @Nullable DataType type,
		SequenceOptions changed, boolean restart) implements Directive {

	/**
	 * Of a sequence that goes on where it is.
	 * @param name its name
	 * @param typeWas the type it had, or {@code null} for bigint
	 * @param was how else it counted
	 * @param type the type it got, or {@code null} if it kept that which it has
	 * @param changed what else was changed
	 */
	public RestoreSequence(ObjectName name, @Nullable DataType typeWas, SequenceOptions was, @Nullable DataType type,
			SequenceOptions changed) {
		this(name, typeWas, was, type, changed, false);
	}

	/**
	 * The type that it gets.
	 * @return the type, or {@code null} if it keeps the one that it has
	 */
	public @Nullable DataType typeBack() {
		return (this.type != null) ? Objects.requireNonNullElse(this.typeWas, Types.bigint()) : null;
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new AlterSequence(this.name, this.type, this.changed, this.typeWas, this.was, this.restart));
	}

	/**
	 * Where all that goes back is said, the sequence is altered to that. Only the reverse
	 * of an alteration goes back to what was left to PostgreSQL.
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
