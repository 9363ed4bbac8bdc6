package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.View;
import org.jspecify.annotations.Nullable;

/**
 * Changes a view or a materialized view.
 */
public sealed interface ViewDirective extends Directive {

	/**
	 * Creates or replaces a view.
	 *
	 * @param view the view
	 * @param replace whether an existing one with the same name is replaced
	 * @param was the replaced view, or {@code null} if it is unknown
	 */
	record CreateView(View view, boolean replace, @Nullable View was) implements ViewDirective {

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
				return java.call("replaceView", name,
						java.lambda("view", java.link("query", this.view.query()) + more));
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

	/**
	 * Drops a view.
	 *
	 * @param name its name
	 * @param materialized whether it is a materialized view
	 * @param was its definition, or {@code null} if it is unknown
	 * @param ifExists whether nothing is done if it does not exist; then it cannot be
	 * reversed
	 * @param cascade whether the objects that depend on it are dropped too; then it
	 * cannot be reversed
	 */
	record DropView(ObjectName name, boolean materialized, @Nullable View was, boolean ifExists,
			boolean cascade) implements ViewDirective {

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

	/**
	 * Computes a materialized view again.
	 *
	 * @param name its name
	 * @param concurrently whether it can be read meanwhile, which needs a unique index on
	 * it; unlike for an index, this is possible in a transaction
	 */
	record RefreshView(ObjectName name, boolean concurrently) implements ViewDirective {

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(new NothingToUndo("the materialized view %s stays refreshed".formatted(this.name)));
		}

		@Override
		public String java(JavaCode java) {
			return java.call(this.concurrently ? "refreshMaterializedViewConcurrently" : "refreshMaterializedView",
					java.text(this.name));
		}

		@Override
		public String describe() {
			return "refresh materialized view " + this.name;
		}

	}

}
