package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.element.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Drops an extension.
 *
 * @param name its name
 * @param was its definition, or {@code null} if it is unknown
 * @param ifExists whether nothing is done if it does not exist; then it cannot be
 * reversed
 * @param cascade whether the objects that use it are dropped too; then it cannot be
 * reversed
 */
public record DropExtension(String name, @Nullable Extension was, boolean ifExists,
		boolean cascade) implements Directive {

	public DropExtension {
		NameRule.check("extension", name);
	}

	@Override
	public Optional<Operation> reverse() {
		return (this.cascade || this.ifExists) ? Optional.empty()
				: Optional.ofNullable(this.was).map((extension) -> new CreateExtension(extension, false));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("dropExtension", java.text(this.name),
				java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
	}

	@Override
	public String describe() {
		return "drop extension " + this.name;
	}

	@Override
	public String toBeReversible() {
		return (this.cascade || this.ifExists) ? "" : ReverseAdvice.there("createExtension", this.name);
	}

}
