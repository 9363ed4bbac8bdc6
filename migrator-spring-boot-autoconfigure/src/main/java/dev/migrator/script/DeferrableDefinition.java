package dev.migrator.script;

import dev.migrator.schema.Deferral;

/**
 * Defines a constraint that may be deferred.
 *
 * @param <S> the definition itself
 */
public abstract class DeferrableDefinition<S extends DeferrableDefinition<S>> extends NamedDefinition<S> {

	private Deferral deferral = Deferral.NOT_DEFERRABLE;

	DeferrableDefinition(Scope scope) {
		super(scope);
	}

	/**
	 * Makes it deferrable: a transaction can defer the check to its end.
	 * @return this
	 */
	public S deferrable() {
		open();
		this.deferral = Deferral.DEFERRABLE;
		return self();
	}

	/**
	 * Makes it initially deferred: it is checked at the end of the transaction.
	 * @return this
	 */
	public S initiallyDeferred() {
		open();
		this.deferral = Deferral.INITIALLY_DEFERRED;
		return self();
	}

	final Deferral deferral() {
		return this.deferral;
	}

}
