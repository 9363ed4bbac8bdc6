package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Drops a trigger.
 *
 * @param table its table or view
 * @param name its name
 * @param was its definition, or {@code null} if it is unknown
 * @param ifExists whether nothing is done if it does not exist; then it cannot be
 * reversed
 * @param cascade whether the objects that depend on it are dropped too; then it cannot be
 * reversed
 */
public record DropTrigger(ObjectName table, String name, @Nullable Trigger was, boolean ifExists,
		boolean cascade) implements Directive {

	public DropTrigger {
		NameRule.check("trigger", name);
	}

	@Override
	public Optional<Operation> reverse() {
		return (this.cascade || this.ifExists) ? Optional.empty()
				: Optional.ofNullable(this.was).map(CreateTrigger::new);
	}

	@Override
	public String java(JavaCode java) {
		return java.call("dropTrigger", java.text(this.name), java.text(this.table),
				java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
	}

	@Override
	public String describe() {
		return "drop trigger %s on %s".formatted(this.name, this.table);
	}

	@Override
	public String toBeReversible() {
		return (this.cascade || this.ifExists) ? "" : ReverseAdvice.there("createTrigger", this.name, this.table);
	}

}
