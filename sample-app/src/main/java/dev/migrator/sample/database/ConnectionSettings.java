package dev.migrator.sample.database;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Where the database is and who connects to it. Its text never shows the password.
 */
final class ConnectionSettings implements JdbcConnectionDetails {

	private final String jdbcUrl;

	private final @Nullable String username;

	private final @Nullable String password;

	ConnectionSettings(String jdbcUrl, @Nullable String username, @Nullable String password) {
		this.jdbcUrl = jdbcUrl;
		this.username = username;
		this.password = password;
	}

	@Override
	public String getJdbcUrl() {
		return this.jdbcUrl;
	}

	@Override
	public @Nullable String getUsername() {
		return this.username;
	}

	@Override
	public @Nullable String getPassword() {
		return this.password;
	}

	@Override
	public String toString() {
		// Parameters of a JDBC URL may hold a password.
		return this.jdbcUrl.replaceFirst("\\?.*", "");
	}

}
