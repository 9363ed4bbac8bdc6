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
	 * Returns a place after all other initializers that create or change tables: each
	 * place waits for the one before it. Liquibase, and JPA if
	 * {@code spring.jpa.defer-datasource-initialization} is set, have the place 0, Flyway
	 * has 1. With the same place, the order would not be defined. The scripts of Spring
	 * Boot ({@code schema.sql}, {@code data.sql}) have the last places.
	 */
	@Override
	public int getOrder() {
		return 100;
	}

}
