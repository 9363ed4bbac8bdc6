package dev.migrator.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.Expression;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Domain;
import org.jspecify.annotations.Nullable;

/**
 * Changes a domain.
 */
public sealed interface DomainDirective extends Directive {

	/**
	 * Creates a domain.
	 *
	 * @param domain the domain
	 */
	record CreateDomain(Domain domain) implements DomainDirective {

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
				.map((check) -> ".check(" + java.text(check.condition()) + ", " + AddDomainCheck.said(check, java)
						+ ")")
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

	/**
	 * Drops a domain.
	 *
	 * @param name its name
	 * @param was its definition, or {@code null} if it is unknown
	 * @param ifExists whether nothing is done if it does not exist; then it cannot be
	 * reversed
	 * @param cascade whether the columns of that type are dropped too; then it cannot be
	 * reversed
	 */
	record DropDomain(ObjectName name, @Nullable Domain was, boolean ifExists,
			boolean cascade) implements DomainDirective {

		@Override
		public Effects effects() {
			return Effects.removing(ObjectId.type(this.name)).freeing(this.name);
		}

		@Override
		public Optional<Operation> reverse() {
			return (this.cascade || this.ifExists) ? Optional.empty()
					: Optional.ofNullable(this.was).map(CreateDomain::new);
		}

		@Override
		public String java(JavaCode java) {
			return java.call("dropDomain", java.text(this.name),
					java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
		}

		@Override
		public String describe() {
			return "drop domain " + this.name;
		}

		@Override
		public String toBeReversible() {
			return (this.cascade || this.ifExists) ? "" : ReverseAdvice.there("createDomain", this.name);
		}

	}

	/**
	 * Changes the default of a domain. Existing rows do not change.
	 *
	 * @param domain the name of the domain
	 * @param to its new default, or {@code null} for none
	 * @param was the old default
	 */
	record AlterDomainDefault(ObjectName domain, @Nullable Expression to,
			Existing<Expression> was) implements DomainDirective {

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

	/**
	 * Refuses or allows NULLs in a domain. To refuse them, PostgreSQL reads all rows of
	 * the tables that have a column of the domain, and blocks writes to them meanwhile.
	 *
	 * @param domain the name of the domain
	 * @param nullable whether its values may be NULL
	 */
	record AlterDomainNullability(ObjectName domain, boolean nullable) implements DomainDirective {

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

	/**
	 * Adds a check to a domain. PostgreSQL reads all rows of the tables that have a
	 * column of the domain, and blocks writes to them meanwhile.
	 *
	 * @param domain the name of the domain
	 * @param check the check
	 */
	record AddDomainCheck(ObjectName domain, Check check) implements DomainDirective {

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

	/**
	 * Drops a check of a domain.
	 *
	 * @param domain the name of the domain
	 * @param name the name of the check
	 * @param was its definition, or {@code null} if it is unknown
	 * @param ifExists whether nothing is done if it does not exist; then it cannot be
	 * reversed
	 * @param cascade whether the objects that depend on it are dropped too; then it
	 * cannot be reversed
	 */
	record DropDomainCheck(ObjectName domain, String name, @Nullable Check was, boolean ifExists,
			boolean cascade) implements DomainDirective {

		public DropDomainCheck {
			NameRule.check("check", name);
		}

		/**
		 * Returns the domain changes, and a default or a check may need the changed
		 * domain.
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

}
