package dev.migrator.operation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.Privilege;

/**
 * Privileges on an object, and the roles that have them.
 *
 * @param privileges the privileges
 * @param on the object
 * @param roles the roles; {@code public} is everybody
 */
public record Granted(Set<Privilege> privileges, GrantTarget on, List<String> roles) {

	public Granted {
		privileges = copy(privileges);
		roles = List.copyOf(roles);
		roles.forEach((role) -> NameRule.check("role", role));
		if (roles.isEmpty()) {
			throw new InvalidDefinitionException("Privileges on %s are granted without a role.".formatted(on),
					"Give at least one role.");
		}
	}

	private static Set<Privilege> copy(Set<Privilege> privileges) {
		if (privileges.isEmpty()) {
			throw new InvalidDefinitionException("No privileges are granted.", "Give at least one privilege.");
		}
		return Collections.unmodifiableSet(EnumSet.copyOf(privileges));
	}

	/**
	 * Returns the privileges as the first argument of a directive.
	 */
	String privilege(JavaCode java) {
		return (this.privileges.size() == 1) ? java.constant(this.privileges.iterator().next()) : privilegeSet(java);
	}

	/**
	 * Returns the privileges as a set.
	 */
	String privilegeSet(JavaCode java) {
		return this.privileges.stream()
			.map(java::constant)
			.collect(Collectors.joining(", ", java.name(Set.class) + ".of(", ")"));
	}

	@Override
	public String toString() {
		return "%s on %s".formatted(this.privileges, this.on);
	}

}
