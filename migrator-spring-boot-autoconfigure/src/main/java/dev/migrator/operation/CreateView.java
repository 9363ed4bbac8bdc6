package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.element.View;
import org.jspecify.annotations.Nullable;

/**
 * Creates or replaces a view.
 *
 * @param view the view
 * @param replace whether an existing one with the same name is replaced
 * @param was the replaced view, or {@code null} if it is unknown
 */
public record CreateView(View view, boolean replace, @Nullable View was) implements Directive {

	public CreateView {
		if (replace && view.materialized()) {
			throw new InvalidDefinitionException(
					"PostgreSQL cannot replace the materialized view %s.".formatted(view.name()),
					"Drop it and create it again.");
		}
	}

	@Override
	public Optional<Operation> reverse() {
		if (!this.replace) {
			return Optional.of(new DropView(this.view.name(), this.view.materialized(), this.view, false, false));
		}
		return Optional.ofNullable(this.was).map((old) -> new CreateView(old, true, this.view));
	}

	@Override
	public String java(JavaCode java) {
		String name = java.text(this.view.name());
		String query = java.text(this.view.query());
		String more = java.link("columns", this.view.columns())
				+ java.link("securityInvoker", this.view.securityInvoker());
		if (this.replace && !more.isEmpty()) {
			return java.call("replaceView", name, java.lambda("view", java.link("query", this.view.query()) + more));
		}
		String directive = this.replace ? "replaceView"
				: this.view.materialized() ? "createMaterializedView" : "createView";
		return java.call(directive, name, query, java.lambda("view", more));
	}

	@Override
	public String describe() {
		return "%s view %s".formatted(this.replace ? "replace" : "create", this.view.name());
	}

	@Override
	public String toBeReversible() {
		return "Give the old query: op.replaceView(\"%s\", ..., (was) -> was.query(\"...\"))"
			.formatted(this.view.name());
	}

}
