package dev.migrator.execution;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when the migrator's role lacks a right that every run needs.
 */
public class MissingPrivilegeException extends MigratorException {

	private final String privilege;

	MissingPrivilegeException(String role, String privilege) {
		super("The role %s may not do what the migrator has to: %s.".formatted(role, privilege),
				"Let the owner, or a superuser, run:\n\n    GRANT %s TO %s;\n\nNothing has been run."
					.formatted(privilege, role));
		this.privilege = privilege;
	}

	/**
	 * The right that is missing, as GRANT writes it.
	 * @return the privilege and the object
	 */
	public String privilege() {
		return this.privilege;
	}

}
