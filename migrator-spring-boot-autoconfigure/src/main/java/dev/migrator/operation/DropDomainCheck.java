package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Check;
import org.jspecify.annotations.Nullable;

/**
 * Drops a check of a domain.
 *
 * @param domain the name of the domain
 * @param name the name of the check
 * @param was its definition, or {@code null} if it is unknown
 * @param ifExists whether nothing is done if it does not exist; then it cannot be
 * reversed
 * @param cascade whether the objects that depend on it are dropped too; then it cannot be
 * reversed
 */
public record DropDomainCheck(ObjectName domain, String name, @Nullable Check was, boolean ifExists,
		boolean cascade) implements Directive {

	public DropDomainCheck {
		NameRule.check("check", name);
	}

	/**
	 * Returns the domain changes, and a default or a check may need the changed domain.
	 */
	@Override
	public Effects effects() {
		return Effects.making(ObjectId.type(this.domain));
	}

	@Override
	public Optional<Operation> reverse() {
		return (this.cascade || this.ifExists) ? Optional.empty()
				: Optional.ofNullable(this.was).map((check) -> new AddDomainCheck(this.domain, check));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("dropDomainCheck", java.text(this.domain), java.text(this.name),
				java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
	}

	@Override
	public String describe() {
		return "drop check %s of domain %s".formatted(this.name, this.domain);
	}

	@Override
	public String toBeReversible() {
		return (this.cascade || this.ifExists) ? "" : ReverseAdvice.there("createDomainCheck", this.domain);
	}

}
