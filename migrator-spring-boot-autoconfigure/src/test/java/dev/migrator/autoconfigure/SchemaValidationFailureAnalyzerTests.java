package dev.migrator.autoconfigure;

import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Of which failures of Hibernate the migrator says what to do.
 */
class SchemaValidationFailureAnalyzerTests {

	private final MockEnvironment environment = new MockEnvironment();

	private final SchemaValidationFailureAnalyzer analyzer = new SchemaValidationFailureAnalyzer(this.environment);

	@Test
	void ofADatabaseThatDoesNotFitTheEntitiesHoweverDeepThatIs() {
		RuntimeException failure = new IllegalStateException("outer",
				new SchemaManagementException("Schema validation: missing table [items]"));

		assertThat(this.analyzer.analyze(failure).getDescription())
			.isEqualTo("The database does not fit the entities: missing table [items]");
	}

	@Test
	void notOfOneThatHibernateCouldNotChange() {
		assertThat(this.analyzer.analyze(new SchemaManagementException("Unable to open JDBC connection"))).isNull();
	}

	@Test
	void notIfTheMigratorIsSwitchedOff() {
		this.environment.setProperty("migrator.enabled", "false");

		assertThat(this.analyzer.analyze(new SchemaManagementException("Schema validation: missing table [items]")))
			.isNull();
	}

}
