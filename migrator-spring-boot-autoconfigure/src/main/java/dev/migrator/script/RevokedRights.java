package dev.migrator.script;

/**
 * How rights are taken. That they were granted is said another way:
 * {@code op.reverse((was) -> was.grant(...))}.
 */
public final class RevokedRights extends Definition {

	private boolean cascade;

	RevokedRights() {
	}

	/**
	 * Takes them too from those to whom they were given on. Irreversible: nobody knows
	 * who that is.
	 * @return this
	 */
	public RevokedRights cascade() {
		open();
		this.cascade = true;
		return this;
	}

	boolean isCascade() {
		return this.cascade;
	}

}
