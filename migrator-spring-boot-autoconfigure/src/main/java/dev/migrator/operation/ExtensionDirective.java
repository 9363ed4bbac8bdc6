package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.element.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Creates or drops an extension.
 */
public sealed interface ExtensionDirective extends Directive {

	/**
	 * Creates an extension in the database.
	 *
	 * @param extension the extension
	 * @param ifNotExists whether nothing is done if it exists; then it cannot be reversed
	 */
	record CreateExtension(Extension extension, boolean ifNotExists) implements ExtensionDirective {

		@Override
		public Optional<Operation> reverse() {
			return this.ifNotExists ? Optional.empty()
					: Optional.of(new DropExtension(this.extension.name(), this.extension, false, false));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("createExtension", java.text(this.extension.name()),
					java.lambda("extension",
							java.link("schema", this.extension.schema())
									+ java.link("version", this.extension.version())
									+ java.link("ifNotExists", this.ifNotExists)));
		}

		@Override
		public String describe() {
			return "create extension " + this.extension.name();
		}

	}

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
	record DropExtension(String name, @Nullable Extension was, boolean ifExists,
			boolean cascade) implements ExtensionDirective {

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

}
