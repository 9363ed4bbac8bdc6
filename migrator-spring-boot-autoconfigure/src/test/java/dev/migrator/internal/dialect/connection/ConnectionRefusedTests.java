package dev.migrator.internal.dialect.connection;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionRefusedTests {

	/**
	 * The driver says so itself, in words that the server has no part in.
	 */
	@Test
	void passwordThatIsMissingIsARefusedLogin() {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setURL("jdbc:postgresql://db.example:5433/shop");
		String said = "The server requested SCRAM-based authentication, but no password was provided.";

		assertThat(ConnectionRefusedException.of(new SQLException(said, "08004"), dataSource).description())
			.isEqualTo("The server refused the login (db.example:5433/shop):\n\n  " + said + " (SQLSTATE 08004)");
		assertThat(ConnectionRefusedException.of(new SQLException("no", "08001"), dataSource).description())
			.startsWith("The database could not be reached (db.example:5433/shop):");
	}

}
