package dev.migrator.autoconfigure;

import dev.migrator.problem.MigratorException;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Application contexts with the migrator and a DataSource, and nothing else.
 */
public final class Contexts {

	private Contexts() {
	}

	public static ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withConfiguration(
				AutoConfigurations.of(DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class));
	}

	public static ApplicationContextRunner runner(TestDatabase database, Revisions revisions) {
		return runner().withPropertyValues(database.properties())
			.withPropertyValues("migrator.locations=" + revisions.location());
	}

	/**
	 * The same properties for a context of the test framework.
	 */
	static void properties(DynamicPropertyRegistry registry, TestDatabase database, Revisions revisions) {
		for (String property : database.properties()) {
			registry.add(property.split("=", 2)[0], () -> property.split("=", 2)[1]);
		}
		registry.add("migrator.locations", revisions::location);
	}

	/**
	 * What the migrator says of a context that did not start, however deep it is.
	 */
	public static MigratorException problem(AssertableApplicationContext context) {
		for (Throwable cause = context.getStartupFailure(); cause != null; cause = cause.getCause()) {
			if (cause instanceof MigratorException problem) {
				return problem;
			}
		}
		throw new AssertionError("no problem of the migrator", context.getStartupFailure());
	}

}
