package dev.migrator.documentation.testing;

import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.postgresql.PostgreSQLContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code docs/testing.md} says of {@code @ServiceConnection}, also where there is no
 * Docker: a slice uses and migrates the database of the container, and no embedded one
 * takes its place.
 */
@JdbcTest
@Import(ServiceConnectionTests.Configuration.class)
class ServiceConnectionTests {

	private static final TestDatabase database = Postgres.newDatabase();

	@Autowired
	private JdbcClient jdbc;

	@Test
	void databaseOfTheContainerIsMigrated() {
		assertThat(this.jdbc.sql("select current_database()").query(String.class).single()).isEqualTo(database.name());
		assertThat(this.jdbc.sql("select version_num from migrator_version").query(String.class).list())
			.containsExactly("40d9e1b6f85c");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Configuration {

		@Bean
		@ServiceConnection
		PostgreSQLContainer postgres() {
			return new ServerOfTheBuild();
		}

	}

	/**
	 * Has its server elsewhere.
	 */
	static final class ServerOfTheBuild extends PostgreSQLContainer {

		ServerOfTheBuild() {
			super("postgres:18-alpine");
		}

		@Override
		public void start() {
			// it runs already
		}

		@Override
		public String getJdbcUrl() {
			return database.url();
		}

		@Override
		public String getUsername() {
			return database.user();
		}

		@Override
		public String getPassword() {
			return database.password();
		}

	}

}
