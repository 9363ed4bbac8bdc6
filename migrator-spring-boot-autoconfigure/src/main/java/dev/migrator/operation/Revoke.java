package dev.migrator.operation;

import java.util.Optional;

/**
 * Takes rights. Its reverse gives them.
 *
 * @param granted the rights
 * @param hadGrantOption whether who has them may give them on, for the reverse
 * @param cascade whether those lose them too to whom they were given on; then it cannot
 * be reversed
 */
public record Revoke(Granted granted, boolean hadGrantOption, boolean cascade) implements Directive {

	@Override
	public Optional<Operation> reverse() {
		return this.cascade ? Optional.empty() : Optional.of(new Grant(this.granted, this.hadGrantOption));
	}

	@Override
	public String describe() {
		return "revoke %s from %s".formatted(this.granted, String.join(", ", this.granted.roles()));
	}

}
