package dev.migrator.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.migrator.internal.schema.DomainObject;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.Expression;
import dev.migrator.schema.element.Domain;

/**
 * Creates a domain.
 *
 * @param domain the domain
 */
public record CreateDomain(Domain domain) implements Directive {

	@Override
	public Effects effects() {
		return Effects.making(List.of(new DomainObject(this.domain))).taking(this.domain.name());
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropDomain(this.domain.name(), this.domain, false, false));
	}

	@Override
	public String java(JavaCode java) {
		Expression defaultValue = this.domain.defaultValue();
		String checks = this.domain.checks()
			.stream()
			.map((check) -> ".check(" + java.text(check.condition()) + ", " + AddDomainCheck.said(check, java) + ")")
			.collect(Collectors.joining());
		return java.call("createDomain", java.text(this.domain.name()), java.type(this.domain.type()),
				java.lambda("domain",
						java.link("collate", this.domain.collation())
								+ ((defaultValue != null) ? java.defaultValue(defaultValue) : "")
								+ java.link("notNull", !this.domain.nullable()) + checks));
	}

	@Override
	public String describe() {
		return "create domain " + this.domain.name();
	}

}
