package dev.migrator.script;

import dev.migrator.operation.Grant;
import dev.migrator.operation.Granted;
import dev.migrator.operation.Revoke;
import dev.migrator.schema.InvalidDefinitionException;
import org.jspecify.annotations.Nullable;

/**
 * How rights are taken.
 */
public final class RevokedRights extends Definition {

	private final Granted granted;

	private @Nullable Grant was;

	private boolean cascade;

	RevokedRights(Granted granted) {
		this.granted = granted;
	}

	/**
	 * Says that all of these roles had all of these rights, so that taking them can be
	 * reversed.
	 * @return this
	 */
	public RevokedRights wasGranted() {
		return was(new Grant(this.granted, false));
	}

	/**
	 * Says that all of these roles had all of these rights and could give them on, so
	 * that taking them can be reversed.
	 * @return this
	 */
	public RevokedRights wasGrantedWithGrantOption() {
		return was(new Grant(this.granted, true));
	}

	private RevokedRights was(Grant grant) {
		open();
		if (this.was != null) {
			throw new InvalidDefinitionException("Of %s is said twice how it was granted.".formatted(this.granted),
					"Leave one out.");
		}
		this.was = grant;
		return this;
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

	Revoke build() {
		return new Revoke(this.granted, this.was, this.cascade);
	}

}
