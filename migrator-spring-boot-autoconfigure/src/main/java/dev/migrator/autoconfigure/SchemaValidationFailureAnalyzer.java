package dev.migrator.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/**
 * Says what to do when Hibernate finds that the database does not fit the entities. It
 * knows Hibernate's exception by name, since it is loaded without Hibernate too.
 */
class SchemaValidationFailureAnalyzer implements FailureAnalyzer {

	private static final String EXCEPTION = "org.hibernate.tool.schema.spi.SchemaManagementException";

	private static final String FOUND = "Schema validation: ";

	private final @Nullable Environment environment;

	SchemaValidationFailureAnalyzer(@Nullable Environment environment) {
		this.environment = environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		if (this.environment == null || !this.environment.getProperty("migrator.enabled", boolean.class, true)) {
			return null;
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String message = cause.getMessage();
			if (cause.getClass().getName().equals(EXCEPTION) && message != null && message.startsWith(FOUND)) {
				return new FailureAnalysis(
						"The database does not fit the entities: " + message.substring(FOUND.length()),
						action(this.environment), cause);
			}
		}
		return null;
	}

	private static String action(Environment environment) {
		String startup = environment.getProperty("migrator.startup", "upgrade");
		String generate = """
				Generate a revision from the entities, read it, and start again:

				    migrator revision --autogenerate -m "<what changes>"

				If the database is right, correct the entities.""";
		return "none".equalsIgnoreCase(startup)
				? "The start applied nothing (migrator.startup=none). Apply what is pending, with `migrator upgrade`. "
						+ "If nothing is pending:\n\n" + generate
				: generate;
	}

}
