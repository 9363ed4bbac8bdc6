package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * Drops an enum type.
 *
 * @param name its name
 * @param was its definition, or {@code null} if it is unknown
 * @param ifExists whether nothing is done if it does not exist; then it cannot be
 * reversed
 * @param cascade whether the columns of that type are dropped too; then it cannot be
 * reversed
 */
public record DropEnum(ObjectName name, @Nullable EnumType was, boolean ifExists,
		boolean cascade) implements Directive {

	@Override
	public Effects effects() {
		return Effects.removing(ObjectId.type(this.name)).freeing(this.name);
	}

	@Override
	public Optional<Operation> reverse() {
		return (this.cascade || this.ifExists) ? Optional.empty() : Optional.ofNullable(this.was).map(CreateEnum::new);
	}

	@Override
	public String java(JavaCode java) {
		return java.call("dropEnum", java.text(this.name),
				java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
	}

	@Override
	public String describe() {
		return "drop enum " + this.name;
	}

	@Override
	public String toBeReversible() {
		return (this.cascade || this.ifExists) ? "" : ReverseAdvice.there("createEnum", this.name);
	}

}
