package dev.migrator.script;

import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;

/**
 * A check.
 */
public final class CheckDefinition extends NamedDefinition<CheckDefinition> {

	private final String defaultName;

	private final String condition;

	private Validity validity = Validity.VALID;

	private boolean noInherit;

	CheckDefinition(Scope scope, String defaultName, String condition) {
		super(scope);
		this.defaultName = defaultName;
		this.condition = condition;
	}

	/**
	 * Does not look at the rows that are there, which would hold the lock for as long as
	 * that takes. {@code validateConstraint} looks at them later.
	 * @return this
	 */
	public CheckDefinition notValid() {
		open();
		this.validity = Validity.NOT_VALID;
		return this;
	}

	/**
	 * Does not hand it down to child tables.
	 * @return this
	 */
	public CheckDefinition noInherit() {
		open();
		this.noInherit = true;
		return this;
	}

	/**
	 * Only says what is meant, and refuses no row. Needs PostgreSQL 18.
	 * @return this
	 */
	public CheckDefinition notEnforced() {
		open();
		this.validity = Validity.NOT_ENFORCED;
		return this;
	}

	@Override
	CheckDefinition self() {
		return this;
	}

	Check build() {
		return new Check(nameOr(this.defaultName), this.condition, this.noInherit, this.validity);
	}

}
