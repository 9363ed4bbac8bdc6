package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Domain;

/**
 * Adds a check to a domain. PostgreSQL reads all rows of the tables that have a column of
 * the domain, and blocks writes to them meanwhile.
 *
 * @param domain the name of the domain
 * @param check the check
 */
public record AddDomainCheck(ObjectName domain, Check check) implements Directive {

	public AddDomainCheck {
		Domain.checkOfDomain(domain, check);
	}

	@Override
	public Effects effects() {
		return Effects.making(ObjectId.type(this.domain));
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropDomainCheck(this.domain, this.check.name(), this.check, false, false));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("createDomainCheck", java.text(this.domain), java.text(this.check.condition()),
				said(this.check, java));
	}

	/**
	 * Returns the lambda with the name of a check and its options.
	 */
	static String said(Check check, JavaCode java) {
		return java.lambda("check",
				java.link("named", check.name()) + java.link("notValid", check.validity() == Validity.NOT_VALID));
	}

	@Override
	public String describe() {
		return "add check %s to domain %s".formatted(this.check.name(), this.domain);
	}

}
