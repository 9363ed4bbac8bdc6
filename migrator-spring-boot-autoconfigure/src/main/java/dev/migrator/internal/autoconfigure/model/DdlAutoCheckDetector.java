package dev.migrator.internal.autoconfigure.model;

import java.util.Set;

import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;

/**
 * Orders the {@link DdlAutoCheck} before all beans that change the database: if it
 * refuses, nothing has been changed.
 */
class DdlAutoCheckDetector extends AbstractBeansOfTypeDatabaseInitializerDetector
		implements DatabaseInitializerDetector {

	@Override
	protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
		return Set.of(DdlAutoCheck.class);
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
