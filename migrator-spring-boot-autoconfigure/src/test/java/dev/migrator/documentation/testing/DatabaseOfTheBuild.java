package dev.migrator.documentation.testing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.testing.Postgres;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives the tests of this package what an application has in its
 * {@code application.properties}.
 */
public class DatabaseOfTheBuild implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		return testClass.getPackage().equals(DatabaseOfTheBuild.class.getPackage()) ? Customizer.INSTANCE : null;
	}

	/**
	 * Equal to itself, so that tests share a context and its database.
	 */
	private enum Customizer implements ContextCustomizer {

		INSTANCE;

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			Stream<String> application = Stream.of("migrator.locations=classpath:documentation",
					"spring.jpa.hibernate.ddl-auto=validate");
			TestPropertyValues
				.of(Stream.concat(application, Arrays.stream(Postgres.newDatabase().properties())).toList())
				.applyTo(context);
		}

	}

}
