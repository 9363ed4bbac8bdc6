package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;

/**
 * Creates a schema.
 *
 * @param name its name
 * @param ifNotExists whether nothing is done if a schema with that name exists; then it
 * cannot be reversed
 */
public record CreateSchema(String name, boolean ifNotExists) implements Directive {

	public CreateSchema {
		NameRule.check("schema", name);
	}

	@Override
	public Effects effects() {
		return Effects.making(ObjectId.schema(this.name));
	}

	@Override
	public Optional<Operation> reverse() {
		return this.ifNotExists ? Optional.empty() : Optional.of(new DropSchema(this.name, false, false));
	}

	@Override
	public String java(JavaCode java) {
		return java.call(this.ifNotExists ? "createSchemaIfNotExists" : "createSchema", java.text(this.name));
	}

	@Override
	public String describe() {
		return "create schema " + this.name;
	}

}
