package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;

/**
 * Creates or drops a schema.
 */
public sealed interface SchemaDirective extends Directive {

	/**
	 * Creates a schema.
	 *
	 * @param name its name
	 * @param ifNotExists whether nothing is done if a schema with that name exists; then
	 * it cannot be reversed
	 */
	record CreateSchema(String name, boolean ifNotExists) implements SchemaDirective {

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

	/**
	 * Drops a schema. Without {@code cascade} it must be empty.
	 *
	 * @param name its name
	 * @param ifExists whether nothing is done if it does not exist; then it cannot be
	 * reversed
	 * @param cascade whether its contents are dropped too; then it cannot be reversed
	 */
	record DropSchema(String name, boolean ifExists, boolean cascade) implements SchemaDirective {

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

}
