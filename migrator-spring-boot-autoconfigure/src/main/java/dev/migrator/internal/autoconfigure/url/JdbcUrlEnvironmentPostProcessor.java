package dev.migrator.internal.autoconfigure.url;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Adds the {@link JdbcUrlPropertySource} after all others.
 */
class JdbcUrlEnvironmentPostProcessor implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources().addLast(new JdbcUrlPropertySource(environment));
	}

}
