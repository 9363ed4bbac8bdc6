package dev.migrator.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The properties that point a migrator to another database.
 */
final class MigratorAddress {

	private static final List<String> OF_ITS_OWN = List.of("migrator.url", "migrator.username", "migrator.password");

	private final ConfigurableListableBeanFactory beans;

	private final Environment environment;

	MigratorAddress(ConfigurableApplicationContext context) {
		this.beans = context.getBeanFactory();
		this.environment = context.getEnvironment();
	}

	/**
	 * Returns the properties, in the order in which {@link DataSourceChoice} asks for
	 * them.
	 * @return none, if code of the application chooses the DataSource
	 */
	List<String> properties(String migrator) {
		if (!isDeclaredBy(migrator, MigratorAutoConfiguration.class.getName())
				|| this.beans.getBeanNamesForAnnotation(MigratorDataSource.class).length > 0) {
			return List.of();
		}
		if (this.environment.containsProperty("migrator.url")) {
			return List.of("migrator.url");
		}
		String[] names = this.beans.getBeanNamesForType(DataSource.class, true, false);
		boolean configured = names.length == 1 && this.environment.containsProperty("spring.datasource.url")
				&& isDeclaredBy(names[0], DataSourceAutoConfiguration.class.getPackageName());
		return configured ? List.of("spring.datasource.url") : OF_ITS_OWN;
	}

	private boolean isDeclaredBy(String bean, String declaring) {
		if (!this.beans.containsBeanDefinition(bean)) {
			return false;
		}
		BeanDefinition definition = this.beans.getMergedBeanDefinition(bean);
		String factory = definition.getFactoryBeanName();
		return factory != null && typeOf(factory).startsWith(declaring);
	}

	private String typeOf(String factory) {
		@Nullable Class<?> type = this.beans.getType(factory, false);
		return (type != null) ? type.getName() : "";
	}

}
