package dev.migrator.autoconfigure;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;
import org.springframework.util.ClassUtils;

/**
 * Makes the beans that use R2DBC wait for the migration. Spring Boot knows only those of
 * JDBC and JPA.
 */
class R2dbcDependsOnMigrationDetector extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {

	@Override
	public Set<String> detect(ConfigurableListableBeanFactory beanFactory) {
		boolean migrated = beanFactory.getBeanNamesForType(MigratorInitializer.class, true, false).length > 0;
		return migrated ? super.detect(beanFactory) : Set.of();
	}

	@Override
	protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
		ClassLoader loader = getClass().getClassLoader();
		Set<Class<?>> types = new HashSet<>();
		Stream
			.of("org.springframework.r2dbc.core.DatabaseClient",
					"org.springframework.data.r2dbc.core.R2dbcEntityOperations")
			.filter((name) -> ClassUtils.isPresent(name, loader))
			.forEach((name) -> types.add(ClassUtils.resolveClassName(name, loader)));
		return types;
	}

}
