package dev.migrator.script;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.migrator.operation.GrantTarget;
import dev.migrator.operation.Granted;
import dev.migrator.operation.RightDirective.Grant;
import dev.migrator.operation.RightDirective.Revoke;
import dev.migrator.schema.Privilege;

/**
 * The directives that grant and revoke privileges.
 *
 * <pre class="code">
 * op.grant(Set.of(SELECT, INSERT), GrantTarget.table("exercises"), "app");
 * </pre>
 */
public interface GrantOperations extends Recorder {

	/**
	 * Grants a privilege. Its reverse revokes it, also from a role that had it before.
	 * @param privilege the privilege
	 * @param on the object
	 * @param roles the roles that get it; {@code public} is everybody
	 */
	default void grant(Privilege privilege, GrantTarget on, String... roles) {
		grant(EnumSet.of(privilege), on, roles);
	}

	/**
	 * Grants privileges. Its reverse revokes them, also from a role that had them before.
	 * @param privileges the privileges
	 * @param on the object
	 * @param roles the roles that get them; {@code public} is everybody
	 */
	default void grant(Set<Privilege> privileges, GrantTarget on, String... roles) {
		invoke(new Grant(new Granted(privileges, on, List.of(roles)), false));
	}

	/**
	 * Grants privileges that the roles may grant to others. Its reverse revokes them
	 * completely, also from a role that had them before without that option: for such a
	 * role, write a downgrade.
	 * @param privileges the privileges
	 * @param on the object
	 * @param roles the roles that get them
	 */
	default void grantWithGrantOption(Set<Privilege> privileges, GrantTarget on, String... roles) {
		invoke(new Grant(new Granted(privileges, on, List.of(roles)), true));
	}

	/**
	 * Revokes a privilege. Irreversible, because it is unknown whether the role had it.
	 * If it had it, write {@code op.reverse((was) -> was.grant(...))}.
	 * @param privilege the privilege
	 * @param on the object
	 * @param roles the roles that have it
	 */
	default void revoke(Privilege privilege, GrantTarget on, String... roles) {
		revoke(EnumSet.of(privilege), on, roles);
	}

	/**
	 * Revokes privileges. Irreversible, because it is unknown whether the roles had them.
	 * If they had all of them, write {@code op.reverse((was) -> was.grant(...))}.
	 * @param privileges the privileges
	 * @param on the object
	 * @param roles the roles that have them
	 */
	default void revoke(Set<Privilege> privileges, GrantTarget on, String... roles) {
		invoke(new Revoke(new Granted(privileges, on, List.of(roles)), null, false));
	}

	/**
	 * Revokes privileges. Irreversible.
	 * @param privileges the privileges
	 * @param on the object
	 * @param roles the roles that have them
	 * @param revoke options: {@code cascade()}
	 */
	default void revoke(Set<Privilege> privileges, GrantTarget on, List<String> roles, Consumer<RevokedRights> revoke) {
		boolean cascade = Definition.complete(new RevokedRights(), revoke).isCascade();
		invoke(new Revoke(new Granted(privileges, on, roles), null, cascade));
	}

}
