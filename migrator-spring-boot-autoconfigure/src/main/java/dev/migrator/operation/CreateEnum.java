package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.element.EnumType;

/**
 * Creates an enum type.
 *
 * @param type the type
 */
public record CreateEnum(EnumType type) implements Directive {

	@Override
	public Effects effects() {
		return Effects.making(ObjectId.type(this.type.name())).taking(this.type.name());
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropEnum(this.type.name(), this.type, false, false));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("createEnum", java.text(this.type.name()), java.texts(this.type.values()));
	}

	@Override
	public String describe() {
		return "create enum " + this.type.name();
	}

}
