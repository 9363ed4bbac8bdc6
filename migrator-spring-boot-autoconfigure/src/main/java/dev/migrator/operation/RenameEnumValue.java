package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;

/**
 * Renames a value of an enum type.
 *
 * @param type the enum
 * @param from the old name
 * @param to the new name
 */
public record RenameEnumValue(ObjectName type, String from, String to) implements Directive {

	public RenameEnumValue {
		EnumType.checkValue(type, from);
		EnumType.checkValue(type, to);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameEnumValue(this.type, this.to, this.from));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("renameEnumValue", java.text(this.type), java.text(this.from), java.text(this.to));
	}

	@Override
	public String describe() {
		return "rename value %s of enum %s to %s".formatted(this.from, this.type, this.to);
	}

}
