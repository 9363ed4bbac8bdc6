package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Changes the default of a domain. Existing rows do not change.
 *
 * @param domain the name of the domain
 * @param to its new default, or {@code null} for none
 * @param was the old default
 */
public record AlterDomainDefault(ObjectName domain, @Nullable Expression to,
		Existing<Expression> was) implements Directive {

	@Override
	public Effects effects() {
		return Effects.making(ObjectId.type(this.domain));
	}

	@Override
	public Optional<Operation> reverse() {
		return this.was.known()
				? Optional.of(new AlterDomainDefault(this.domain, this.was.value(), Existing.known(this.to)))
				: Optional.empty();
	}

	@Override
	public String java(JavaCode java) {
		return java.call("alterDomain", java.text(this.domain), java.lambda("domain", java.defaultValue(this.to)));
	}

	@Override
	public String describe() {
		return "%s the default of domain %s".formatted((this.to != null) ? "set" : "drop", this.domain);
	}

	@Override
	public String toBeReversible() {
		return "Give the old default: op.alterDomain(\"%s\", ..., (was) -> was.noDefault())".formatted(this.domain);
	}

}
