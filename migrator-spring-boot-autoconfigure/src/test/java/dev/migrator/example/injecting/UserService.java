package dev.migrator.example.injecting;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A bean that uses the database.
 */
public class UserService {

	public UserService(JdbcClient jdbc) {
	}

}
