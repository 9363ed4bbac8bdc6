package dev.migrator.autoconfigure;

import dev.migrator.internal.autoconfigure.model.MigratedFactory;
import dev.migrator.internal.cli.application.AdvisedCommands;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Advises when Hibernate finds that a migrated database does not fit the entities. It
 * knows Hibernate's exception by name, because it is loaded without Hibernate too.
 */
class SchemaValidationFailureAnalyzer implements FailureAnalyzer {

	private static final String EXCEPTION = "org.hibernate.tool.schema.spi.SchemaManagementException";

	private static final String FOUND = "Schema validation: ";

	private static final boolean JPA = ClassUtils.isPresent("org.springframework.orm.jpa.EntityManagerFactoryUtils",
			SchemaValidationFailureAnalyzer.class.getClassLoader());

	private static final String GENERATE = """
			Generate a revision from the entities, read it, and start again:

			    migrator revision --autogenerate -m "<what changes>"

			If the database is right, correct the entities.""";

	private final @Nullable BeanFactory beans;

	private final @Nullable Environment environment;

	SchemaValidationFailureAnalyzer(@Nullable BeanFactory beans, @Nullable Environment environment) {
		this.beans = beans;
		this.environment = environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		if (!JPA || this.beans == null || this.environment == null) {
			return null;
		}
		MigratedFactory factory = MigratedFactory.in(failure, this.beans);
		for (Throwable cause = failure; factory != null && cause != null; cause = cause.getCause()) {
			String message = cause.getMessage();
			if (cause.getClass().getName().equals(EXCEPTION) && message != null && message.startsWith(FOUND)) {
				return new FailureAnalysis(
						"The database does not fit the entities: " + message.substring(FOUND.length()), AdvisedCommands
							.in(pending(factory, this.beans, this.environment) + GENERATE, factory.migrator()),
						cause);
			}
		}
		return null;
	}

	/**
	 * Returns the advice to apply pending revisions first, if the start may have left out
	 * some. The database is no longer asked.
	 */
	private static String pending(MigratedFactory factory, BeanFactory beans, Environment environment) {
		boolean furthest = factory.goesAsFarAsItCan();
		String reason;
		if (isOfTheApplication(beans)) {
			reason = "The application itself decides what is applied at start (it has its own MigratorInitializer).";
		}
		else if ("none".equalsIgnoreCase(environment.getProperty("migrator.startup"))) {
			reason = "The start applied nothing (migrator.startup=none).";
		}
		else if (!furthest) {
			reason = "The start applied only revisions up to its target, `" + factory.target() + "` (migrator.target).";
		}
		else {
			return "";
		}
		return reason + " Apply the pending revisions, with `migrator upgrade" + (furthest ? "" : " heads")
				+ "`. If nothing is pending:\n\n";
	}

	private static boolean isOfTheApplication(BeanFactory beans) {
		if (!(beans instanceof ConfigurableListableBeanFactory listable)) {
			return false;
		}
		for (String name : listable.getBeanNamesForType(MigratorInitializer.class, true, false)) {
			if (!MigratorAutoConfiguration.class.getName()
				.equals(listable.getBeanDefinition(name).getFactoryBeanName())) {
				return true;
			}
		}
		return false;
	}

}
