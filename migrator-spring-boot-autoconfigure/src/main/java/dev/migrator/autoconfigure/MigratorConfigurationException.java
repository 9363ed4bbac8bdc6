package dev.migrator.autoconfigure;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when the configuration of the migrator does not say what it has to.
 */
public class MigratorConfigurationException extends MigratorException {

	private MigratorConfigurationException(String description, String action) {
		super(description, action);
	}

	static MigratorConfigurationException credentialsWithoutUrl() {
		return new MigratorConfigurationException(
				"migrator.username or migrator.password is set, but migrator.url is not.",
				"Set migrator.url too. The migrator uses either the application's DataSource as it is, or a connection "
						+ "of its own.");
	}

	static MigratorConfigurationException noUniqueDataSource() {
		return new MigratorConfigurationException(
				"There are several DataSources and none of them is the primary one, so the migrator cannot choose.",
				"Mark the one to migrate with @MigratorDataSource, make one of them @Primary, set migrator.url, or "
						+ "switch the migrator off with migrator.enabled=false.");
	}

}
