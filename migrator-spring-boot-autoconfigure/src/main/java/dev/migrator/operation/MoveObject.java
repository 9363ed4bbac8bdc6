package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * Moves an object to another schema.
 *
 * @param kind its kind
 * @param name its name
 * @param schema the new schema
 */
public record MoveObject(ObjectKind kind, ObjectName name, String schema) implements Directive {

	public MoveObject {
		NameRule.check("schema", schema);
		if (kind == ObjectKind.INDEX || kind == ObjectKind.SCHEMA) {
			throw new InvalidDefinitionException(
					"PostgreSQL cannot move the %s %s to another schema.".formatted(kind.words(), name),
					"An index moves with its table.");
		}
	}

	@Override
	public Effects effects() {
		ObjectName other = new ObjectName(this.schema, this.name.name());
		return Effects.renaming(this.kind.id(this.name), this.kind.id(other), this.name, other);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.name.schema())
			.map((from) -> new MoveObject(this.kind, new ObjectName(this.schema, this.name.name()), from));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("move" + this.kind.inDirectives(), java.text(this.name), java.text(this.schema));
	}

	@Override
	public String describe() {
		return "move %s %s to schema %s".formatted(this.kind.words(), this.name, this.schema);
	}

	@Override
	public String toBeReversible() {
		return "Give its present schema too: \"%s\"".formatted(new ObjectName("public", this.name.name()));
	}

}
