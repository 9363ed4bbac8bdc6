package dev.migrator.operation;

import java.util.Optional;

/**
 * SQL as its author wrote it: one statement or several, sent as they are.
 *
 * @param sql the text, never changed on its way to the server
 */
public record ExecuteSql(String sql) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.empty();
	}

	@Override
	public String describe() {
		return this.sql.strip().lines().findFirst().orElse("");
	}

}
