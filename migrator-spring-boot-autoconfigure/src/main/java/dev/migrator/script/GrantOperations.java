package dev.migrator.script;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.migrator.operation.Grant;
import dev.migrator.operation.GrantTarget;
import dev.migrator.operation.Granted;
import dev.migrator.operation.Revoke;
import dev.migrator.schema.Privilege;

/**
 * Giving and taking rights.
 *
 * <pre class="code">
 * op.grant(Set.of(SELECT, INSERT), GrantTarget.table("exercises"), "app");
 * </pre>
 */
public interface GrantOperations extends Recorder {

	/**
	 * Gives a right. Its reverse takes it, also from a role that had it before.
	 * @param privilege the right
	 * @param on what it is on
	 * @param roles who gets it; {@code public} is everybody
	 */
	default void grant(Privilege privilege, GrantTarget on, String... roles) {
		grant(EnumSet.of(privilege), on, roles);
	}

	/**
	 * Gives rights. Its reverse takes them, also from a role that had them before.
	 * @param privileges the rights
	 * @param on what they are on
	 * @param roles who gets them; {@code public} is everybody
	 */
	default void grant(Set<Privilege> privileges, GrantTarget on, String... roles) {
		invoke(new Grant(new Granted(privileges, on, List.of(roles)), false));
	}

	/**
	 * Gives rights that may be given on. Its reverse takes them wholly, also from a role
	 * that had them before and could not give them on: for such a role write a downgrade.
	 * @param privileges the rights
	 * @param on what they are on
	 * @param roles who gets them
	 */
	default void grantWithGrantOption(Set<Privilege> privileges, GrantTarget on, String... roles) {
		invoke(new Grant(new Granted(privileges, on, List.of(roles)), true));
	}

	/**
	 * Takes a right. Irreversible: whether it was there is not known. To say that it was,
	 * write {@code op.reverse((was) -> was.grant(...))}.
	 * @param privilege the right
	 * @param on what it is on
	 * @param roles who has it
	 */
	default void revoke(Privilege privilege, GrantTarget on, String... roles) {
		revoke(EnumSet.of(privilege), on, roles);
	}

	/**
	 * Takes rights. Irreversible: whether they were there is not known. To say that all
	 * of them were, write {@code op.reverse((was) -> was.grant(...))}.
	 * @param privileges the rights
	 * @param on what they are on
	 * @param roles who has them
	 */
	default void revoke(Set<Privilege> privileges, GrantTarget on, String... roles) {
		invoke(new Revoke(new Granted(privileges, on, List.of(roles)), null, false));
	}

	/**
	 * Takes rights. Irreversible.
	 * @param privileges the rights
	 * @param on what they are on
	 * @param roles who has them
	 * @param revoke says how: {@code cascade()}
	 */
	default void revoke(Set<Privilege> privileges, GrantTarget on, List<String> roles, Consumer<RevokedRights> revoke) {
		boolean cascade = Definition.complete(new RevokedRights(), revoke).isCascade();
		invoke(new Revoke(new Granted(privileges, on, roles), null, cascade));
	}

}
