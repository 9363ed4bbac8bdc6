package dev.migrator.internal.autoconfigure.bean;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * Asks the failure analyzers that Spring Boot asks when an application does not start.
 */
public final class FailureAnalyses {

	private FailureAnalyses() {
	}

	/**
	 * Explains a failure.
	 * @param failure the failure
	 * @param context the context of the application, or {@code null} if there is none
	 * @return the explanation, or {@code null} if no failure analyzer knows the failure
	 */
	public static @Nullable FailureAnalysis of(Throwable failure, @Nullable ConfigurableApplicationContext context) {
		ArgumentResolver arguments = ArgumentResolver.none();
		if (context != null) {
			arguments = arguments.and(BeanFactory.class, context.getBeanFactory())
				.and(Environment.class, context.getEnvironment());
		}
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, arguments, FailureHandler.handleMessage((message, ex) -> {
			}))
			.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
