package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;

/**
 * Drops a schema. Without {@code cascade} it must be empty.
 *
 * @param name its name
 * @param ifExists whether nothing is done if it does not exist; then it cannot be
 * reversed
 * @param cascade whether its contents are dropped too; then it cannot be reversed
 */
public record DropSchema(String name, boolean ifExists, boolean cascade) implements Directive {

	public DropSchema {
		NameRule.check("schema", name);
	}

	@Override
	public Optional<Operation> reverse() {
		return (this.cascade || this.ifExists) ? Optional.empty() : Optional.of(new CreateSchema(this.name, false));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("dropSchema", java.text(this.name),
				java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
	}

	@Override
	public String describe() {
		return "drop schema " + this.name;
	}

}
