package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import org.jspecify.annotations.Nullable;

/**
 * Takes rights. A right that nobody had is taken silently, so its reverse gives only what
 * is said to have been there.
 *
 * @param granted the rights
 * @param was what was given before, or {@code null} if that was not said
 * @param cascade whether those lose them too to whom they were given on; then it cannot
 * be reversed
 */
public record Revoke(Granted granted, @Nullable Grant was, boolean cascade) implements Directive {

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
