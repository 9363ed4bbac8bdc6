package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.element.Extension;

/**
 * Creates an extension in the database.
 *
 * @param extension the extension
 * @param ifNotExists whether nothing is done if it exists; then it cannot be reversed
 */
public record CreateExtension(Extension extension, boolean ifNotExists) implements Directive {

	@Override
	public Optional<Operation> reverse() {
		return this.ifNotExists ? Optional.empty()
				: Optional.of(new DropExtension(this.extension.name(), this.extension, false, false));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("createExtension", java.text(this.extension.name()),
				java.lambda("extension", java.link("schema", this.extension.schema())
						+ java.link("version", this.extension.version()) + java.link("ifNotExists", this.ifNotExists)));
	}

	@Override
	public String describe() {
		return "create extension " + this.extension.name();
	}

}
