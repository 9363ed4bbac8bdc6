package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import org.jspecify.annotations.Nullable;

/**
 * Grants or revokes rights.
 */
public sealed interface RightDirective extends Directive {

	/**
	 * Grants privileges. Its reverse revokes them, also from roles that had them before.
	 *
	 * @param granted the privileges
	 * @param withGrantOption whether the roles may grant them to others
	 */
	record Grant(Granted granted, boolean withGrantOption) implements RightDirective {

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

	/**
	 * Revokes privileges. PostgreSQL accepts the revocation of a privilege that was not
	 * granted, so the reverse grants only what the revision gives as the state before.
	 *
	 * @param granted the privileges
	 * @param was the privileges before, or {@code null} if they are unknown
	 * @param cascade whether roles to which they were passed on lose them too; then it
	 * cannot be reversed
	 */
	record Revoke(Granted granted, @Nullable Grant was, boolean cascade) implements RightDirective {

		@Override
		public Optional<Operation> reverse() {
			return this.cascade ? Optional.empty() : Optional.ofNullable(this.was);
		}

		@Override
		public String java(JavaCode java) {
			if (this.cascade) {
				return java.call("revoke", this.granted.privilegeSet(java), this.granted.on().java(java),
						java.list(this.granted.roles()), "(revoke) -> revoke.cascade()");
			}
			return java.call("revoke", this.granted.privilege(java), this.granted.on().java(java),
					java.texts(this.granted.roles()));
		}

		@Override
		public String describe() {
			return "revoke %s from %s".formatted(this.granted, String.join(", ", this.granted.roles()));
		}

		@Override
		public String toBeReversible() {
			return this.cascade ? "" : ReverseAdvice.there("grant");
		}

	}

}
