package dev.migrator.autoconfigure;

import dev.migrator.Migrator;
import dev.migrator.internal.execution.words.LineLog;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for applications with R2DBC and without JDBC, in which nothing is
 * migrated. A warning says so once, in the context that has the connections.
 */
@AutoConfiguration(after = MigratorAutoConfiguration.class,
		afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnBooleanProperty(name = "migrator.enabled", matchIfMissing = true)
@ConditionalOnBean(type = "io.r2dbc.spi.ConnectionFactory", search = SearchStrategy.CURRENT)
@ConditionalOnMissingBean(Migrator.class)
public final class MigratorR2dbcAutoConfiguration {

	@Bean
	NothingMigrated nothingMigrated() {
		return new NothingMigrated();
	}

	@Bean
	static LazyInitializationExcludeFilter nothingMigratedIsNotLazy() {
		return LazyInitializationExcludeFilter.forBeanTypes(NothingMigrated.class);
	}

	/**
	 * Logs the warning.
	 */
	static final class NothingMigrated implements InitializingBean {

		private static final LineLog logger = new LineLog("dev.migrator");

		@Override
		public void afterPropertiesSet() {
			logger.warn("Nothing is migrated: the application has R2DBC and no DataSource (Spring Boot makes none "
					+ "beside R2DBC), and the migrator works over JDBC. Set migrator.url=jdbc:postgresql://<host>:<port>/"
					+ "<database>, migrator.username and migrator.password, and add org.postgresql:postgresql; or switch "
					+ "the migrator off with migrator.enabled=false");
		}

	}

}
