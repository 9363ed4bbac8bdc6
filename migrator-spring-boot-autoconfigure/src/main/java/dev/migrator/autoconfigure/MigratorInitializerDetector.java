package dev.migrator.autoconfigure;

import java.util.Set;

import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;

/**
 * Tells Spring Boot that the {@link MigratorInitializer} initializes the database, so
 * that JPA, JDBC, jOOQ, Quartz, Session and Batch beans wait for it.
 */
class MigratorInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector
		implements DatabaseInitializerDetector {

	@Override
	protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
		return Set.of(MigratorInitializer.class);
	}

	/**
	 * After that of JPA, which asks for the first place if
	 * {@code spring.jpa.defer-datasource-initialization} is set: side by side, each would
	 * have to wait for the other.
	 */
	@Override
	public int getOrder() {
		return 1;
	}

}
