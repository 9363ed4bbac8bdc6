package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ObjectName;

/**
 * Refuses or allows NULLs in a domain. To refuse them, PostgreSQL reads all rows of the
 * tables that have a column of the domain, and blocks writes to them meanwhile.
 *
 * @param domain the name of the domain
 * @param nullable whether its values may be NULL
 */
public record AlterDomainNullability(ObjectName domain, boolean nullable) implements Directive {

	@Override
	public Effects effects() {
		return Effects.making(ObjectId.type(this.domain));
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new AlterDomainNullability(this.domain, !this.nullable));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("alterDomain", java.text(this.domain),
				java.lambda("domain", this.nullable ? ".nullable()" : ".notNull()"));
	}

	@Override
	public String describe() {
		return "set domain %s %s".formatted(this.domain, this.nullable ? "nullable" : "not null");
	}

}
