package dev.migrator.internal.autoconfigure.start;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import javax.sql.DataSource;

import dev.migrator.internal.autoconfigure.bean.CommandApplicationContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The DataSource that Spring Boot makes of the environment alone, in a context that has
 * nothing else. It is created when it is asked for.
 */
final class PlainDataSource implements AutoCloseable {

	private static final List<Class<?>> TYPES = List.of(DataSource.class, DataSourceProperties.class,
			JdbcConnectionDetails.class);

	private final ConfigurableApplicationContext application;

	private @Nullable ConfigurableApplicationContext context;

	/**
	 * Creates a DataSource for an application.
	 * @param application the context of the application, which has the environment
	 */
	PlainDataSource(ConfigurableApplicationContext application) {
		this.application = application;
	}

	/**
	 * Starts the context.
	 * @return the context, the same each time
	 */
	ConfigurableApplicationContext context() {
		if (this.context == null) {
			CommandApplicationContext started = new CommandApplicationContext();
			started.setEnvironment(this.application.getEnvironment());
			started.setClassLoader(this.application.getClassLoader());
			AnnotatedBeanDefinitionReader reader = new AnnotatedBeanDefinitionReader(started,
					this.application.getEnvironment());
			reader.setBeanNameGenerator(new FullyQualifiedAnnotationBeanNameGenerator());
			reader.register(PropertyPlaceholderAutoConfiguration.class, ConfigurationPropertiesAutoConfiguration.class,
					DataSourceAutoConfiguration.class);
			started.refresh();
			this.context = started;
		}
		return this.context;
	}

	/**
	 * Returns whether an application has the same DataSource: the same definitions with
	 * the same names.
	 * @param started the context of the application, refreshed
	 */
	boolean isThatOf(ConfigurableApplicationContext started) {
		return definitions(context()).equals(definitions(started));
	}

	private static Map<String, String> definitions(ConfigurableApplicationContext context) {
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		Map<String, String> definitions = new TreeMap<>();
		for (Class<?> type : TYPES) {
			for (String name : beans.getBeanNamesForType(type, true, false)) {
				definitions.put(name, beans.containsBeanDefinition(name)
						? described(beans, beans.getMergedBeanDefinition(name)) : "registered");
			}
		}
		return definitions;
	}

	private static String described(ConfigurableListableBeanFactory beans, BeanDefinition definition) {
		String factory = definition.getFactoryBeanName();
		String declaring = (factory != null) ? Objects.requireNonNull(beans.getType(factory, false), factory).getName()
				: Objects.requireNonNullElse(definition.getBeanClassName(), "");
		return declaring + "." + definition.getFactoryMethodName() + (definition.isPrimary() ? " primary" : "");
	}

	@Override
	public void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

}
