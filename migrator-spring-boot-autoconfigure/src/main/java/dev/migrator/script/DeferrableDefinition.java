package dev.migrator.script;

import dev.migrator.schema.Deferral;

/**
 * A constraint that may be checked later than at once.
 *
 * @param <S> the definition itself
 */
public abstract class DeferrableDefinition<S extends DeferrableDefinition<S>> extends NamedDefinition<S> {

	private Deferral deferral = Deferral.NOT_DEFERRABLE;

	DeferrableDefinition(Scope scope) {
		super(scope);
	}

	/**
	 * Lets a transaction ask to have it checked at its end only.
	 * @return this
	 */
	public S deferrable() {
		open();
		this.deferral = Deferral.DEFERRABLE;
		return self();
	}

	/**
	 * Has it checked at the end of the transaction.
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
