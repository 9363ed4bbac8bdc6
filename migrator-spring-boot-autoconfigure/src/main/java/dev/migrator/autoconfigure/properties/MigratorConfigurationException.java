package dev.migrator.autoconfigure.properties;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.problem.MigratorException;
import dev.migrator.schema.InvalidDefinitionException;

/**
 * Thrown when the configuration of the migrator is incomplete or contradicts itself.
 */
public class MigratorConfigurationException extends MigratorException {

	private MigratorConfigurationException(String description, String action) {
		super(description, action);
	}

	private MigratorConfigurationException(String description, String action, Throwable cause) {
		super(description, action, cause);
	}

	public static MigratorConfigurationException driverMissing() {
		return new MigratorConfigurationException(
				"The PostgreSQL driver is not on the class path, and the migrator works on PostgreSQL only.",
				"Add org.postgresql:postgresql (scope runtime), or switch the migrator off with "
						+ "migrator.enabled=false.");
	}

	public static MigratorConfigurationException credentialsWithoutUrl() {
		return new MigratorConfigurationException(
				"migrator.username or migrator.password is set, but migrator.url is not.",
				"Set migrator.url too. The migrator uses either the application's DataSource as it is, or a connection "
						+ "of its own.");
	}

	public static MigratorConfigurationException noUniqueDataSource(List<String> names) {
		if (names.isEmpty()) {
			return new MigratorConfigurationException(
					"There is no DataSource, so the migrator has no database to migrate.",
					"Set spring.datasource.url and add a connection pool (spring-boot-starter-jdbc brings one), set "
							+ "migrator.url, or switch the migrator off with migrator.enabled=false.");
		}
		return new MigratorConfigurationException(
				"There are several DataSources (%s) and none of them is the primary one, so the migrator cannot choose."
					.formatted(String.join(", ", names)),
				"Mark the one to migrate with @MigratorDataSource, make one of them @Primary, set migrator.url, or "
						+ "switch the migrator off with migrator.enabled=false.");
	}

	static MigratorConfigurationException dropsNoneAndMore() {
		return new MigratorConfigurationException("migrator.autogenerate.drop has `none` and something else.",
				"Remove `none`, or everything else.");
	}

	static MigratorConfigurationException comparesNoneAndMore() {
		return new MigratorConfigurationException("migrator.autogenerate.compare has `none` and something else.",
				"Remove `none`, or everything else.");
	}

	static MigratorConfigurationException noNamePattern(String property, String text,
			InvalidDefinitionException cause) {
		return new MigratorConfigurationException("%s is \"%s\". %s".formatted(property, text, cause.description()),
				cause.action(), cause);
	}

	public static MigratorConfigurationException noProject(Path directory) {
		return new MigratorConfigurationException(
				"migrator.new-scripts.project-directory is " + directory.toAbsolutePath()
						+ ", and this folder does not exist.",
				"Set it to the folder that has src/main, or remove the property: the project in which the application "
						+ "was built is found without it.");
	}

}
