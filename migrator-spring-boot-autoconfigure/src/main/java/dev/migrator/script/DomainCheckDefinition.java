package dev.migrator.script;

import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;

/**
 * Defines a check of a domain.
 */
public final class DomainCheckDefinition extends NamedDefinition<DomainCheckDefinition> {

	private final ObjectName domain;

	private final String condition;

	private Validity validity = Validity.VALID;

	DomainCheckDefinition(ObjectName domain, String condition) {
		super(new Scope());
		this.domain = domain;
		this.condition = condition;
	}

	/**
	 * Does not check existing values.
	 * @return this
	 */
	public DomainCheckDefinition notValid() {
		open();
		this.validity = Validity.NOT_VALID;
		return this;
	}

	@Override
	DomainCheckDefinition self() {
		return this;
	}

	Check build() {
		return new Check(nameOr(DefaultNames.check(this.domain, null)), this.condition, false, this.validity);
	}

}
