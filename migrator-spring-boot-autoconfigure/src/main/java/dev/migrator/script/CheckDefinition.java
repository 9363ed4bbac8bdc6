package dev.migrator.script;

import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;

/**
 * Defines a check.
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
	 * Does not check existing rows, because this would hold the lock for a long time.
	 * {@code validateConstraint} checks them later.
	 * @return this
	 */
	public CheckDefinition notValid() {
		open();
		this.validity = Validity.NOT_VALID;
		return this;
	}

	/**
	 * Does not pass it on to child tables.
	 * @return this
	 */
	public CheckDefinition noInherit() {
		open();
		this.noInherit = true;
		return this;
	}

	/**
	 * Makes it {@code NOT ENFORCED}: it documents a rule, and refuses no row. Needs
	 * PostgreSQL 18.
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
