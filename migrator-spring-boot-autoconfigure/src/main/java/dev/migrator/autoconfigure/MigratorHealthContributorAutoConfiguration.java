package dev.migrator.autoconfigure;

import java.util.Map;

import dev.migrator.Migrator;
import dev.migrator.actuate.MigratorHealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the health of the migrators.
 */
@AutoConfiguration(after = MigratorAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
@ConditionalOnBean(Migrator.class)
@ConditionalOnEnabledHealthIndicator("migrator")
public final class MigratorHealthContributorAutoConfiguration
		extends CompositeHealthContributorConfiguration<MigratorHealthIndicator, Migrator> {

	MigratorHealthContributorAutoConfiguration() {
		super(MigratorHealthIndicator::new);
	}

	@Bean
	@ConditionalOnMissingBean(name = { "migratorHealthIndicator", "migratorHealthContributor" })
	HealthContributor migratorHealthContributor(Map<String, Migrator> migrators) {
		return createContributor(migrators);
	}

}
