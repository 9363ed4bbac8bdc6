package dev.migrator.directives;

import java.util.List;
import java.util.Optional;

import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.Operation;

/**
 * An operation that an application adds to those that there are.
 */
public record EnableRowSecurity(String table, String policy, String owner) implements CustomOperation {

	@Override
	public List<String> statements() {
		return List.of("ALTER TABLE %s ENABLE ROW LEVEL SECURITY".formatted(this.table),
				"CREATE POLICY %s ON %s USING (%s = current_user)".formatted(this.policy, this.table, this.owner));
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DisableRowSecurity(this));
	}

	@Override
	public String describe() {
		return "enable row security of " + this.table;
	}

	/**
	 * Its reverse.
	 */
	public record DisableRowSecurity(EnableRowSecurity enabled) implements CustomOperation {

		@Override
		public List<String> statements() {
			return List.of("DROP POLICY %s ON %s".formatted(this.enabled.policy(), this.enabled.table()),
					"ALTER TABLE %s DISABLE ROW LEVEL SECURITY".formatted(this.enabled.table()));
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(this.enabled);
		}

		@Override
		public String describe() {
			return "disable row security of " + this.enabled.table();
		}

	}

}
