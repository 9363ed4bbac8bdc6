package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ObjectName;

/**
 * Refuses NULLs in a domain from now on, or takes them. To refuse them, PostgreSQL reads
 * all rows of the tables that have a column of it, and lets nobody write to them then.
 *
 * @param domain the name of the domain
 * @param nullable whether its values may be NULL from now on
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
