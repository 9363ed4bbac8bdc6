package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.Literal;
import org.jspecify.annotations.Nullable;

/**
 * Changes the comment on something.
 *
 * @param on the object with the comment
 * @param to the new comment, or {@code null} for none
 * @param was the old comment
 */
public record SetComment(CommentTarget on, @Nullable String to, Existing<String> was) implements Directive {

	public SetComment {
		Literal.of(to);
	}

	@Override
	public Effects effects() {
		ObjectId id = ObjectId.commentOn(this.on.id());
		return (this.to == null) ? Effects.removing(id) : Effects.making(id);
	}

	@Override
	public Optional<Operation> reverse() {
		return this.was.known() ? Optional.of(new SetComment(this.on, this.was.value(), Existing.known(this.to)))
				: Optional.empty();
	}

	@Override
	public String java(JavaCode java) {
		String comment = (this.to != null) ? java.text(this.to) : "null";
		return this.on.java(java, comment);
	}

	@Override
	public String describe() {
		return "comment on " + this.on;
	}

	@Override
	public String toBeReversible() {
		return "Give the old comment after the new one: null if it had none";
	}

}
