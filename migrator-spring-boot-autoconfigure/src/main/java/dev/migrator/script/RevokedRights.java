package dev.migrator.script;

/**
 * The options of a revocation. To make it reversible, do not use these options, but
 * {@code op.reverse((was) -> was.grant(...))}.
 */
public final class RevokedRights extends Definition {

	private boolean cascade;

	RevokedRights() {
	}

	/**
	 * Revokes them too from the roles to which they were passed on. Irreversible, because
	 * these roles are unknown.
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
