package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.View;
import org.jspecify.annotations.Nullable;

/**
 * Drops a view.
 *
 * @param name its name
 * @param materialized whether it is a materialized view
 * @param was its definition, or {@code null} if it is unknown
 * @param ifExists whether nothing is done if it does not exist; then it cannot be
 * reversed
 * @param cascade whether the objects that depend on it are dropped too; then it cannot be
 * reversed
 */
public record DropView(ObjectName name, boolean materialized, @Nullable View was, boolean ifExists,
		boolean cascade) implements Directive {

	@Override
	public Optional<Operation> reverse() {
		return (this.cascade || this.ifExists) ? Optional.empty()
				: Optional.ofNullable(this.was).map((view) -> new CreateView(view, false, null));
	}

	@Override
	public String java(JavaCode java) {
		return java.call(this.materialized ? "dropMaterializedView" : "dropView", java.text(this.name),
				java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
	}

	@Override
	public String describe() {
		return "drop %sview %s".formatted(this.materialized ? "materialized " : "", this.name);
	}

	@Override
	public String toBeReversible() {
		return (this.cascade || this.ifExists) ? ""
				: ReverseAdvice.there(this.materialized ? "createMaterializedView" : "createView", this.name);
	}

}
