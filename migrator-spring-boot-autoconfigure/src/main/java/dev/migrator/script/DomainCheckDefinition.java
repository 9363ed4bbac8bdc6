package dev.migrator.script;

import dev.migrator.dialect.DefaultNames;
import dev.migrator.schema.Check;
import dev.migrator.schema.ObjectName;

/**
 * A check of a domain.
 */
public final class DomainCheckDefinition extends NamedDefinition<DomainCheckDefinition> {

	private final ObjectName domain;

	private final String condition;

	DomainCheckDefinition(ObjectName domain, String condition) {
		super(new Scope());
		this.domain = domain;
		this.condition = condition;
	}

	@Override
	DomainCheckDefinition self() {
		return this;
	}

	Check build() {
		return new Check(nameOr(DefaultNames.check(this.domain, null)), this.condition, false);
	}

}
