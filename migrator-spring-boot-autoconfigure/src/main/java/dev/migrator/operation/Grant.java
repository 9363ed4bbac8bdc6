package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;

/**
 * Grants privileges. Its reverse revokes them, also from roles that had them before.
 *
 * @param granted the privileges
 * @param withGrantOption whether the roles may grant them to others
 */
public record Grant(Granted granted, boolean withGrantOption) implements Directive {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new Revoke(this.granted, this, false));
	}

	@Override
	public String java(JavaCode java) {
		return java.call(this.withGrantOption ? "grantWithGrantOption" : "grant",
				this.withGrantOption ? this.granted.privilegeSet(java) : this.granted.privilege(java),
				this.granted.on().java(java), java.texts(this.granted.roles()));
	}

	@Override
	public String describe() {
		return "grant %s to %s".formatted(this.granted, String.join(", ", this.granted.roles()));
	}

}
