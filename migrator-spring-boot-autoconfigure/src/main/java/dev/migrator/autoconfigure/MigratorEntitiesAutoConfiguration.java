package dev.migrator.autoconfigure;

import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.autogenerate.WantedSchema;
import dev.migrator.internal.autoconfigure.aot.EntityModelHints;
import dev.migrator.internal.autoconfigure.model.EntityModel;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.boot.Metadata;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jpa.EntityManagerFactoryBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;

/**
 * Auto-configuration for reading the wanted schema from the entities of the application.
 */
@AutoConfiguration(after = { HibernateJpaAutoConfiguration.class, MigratorAutoConfiguration.class })
@ConditionalOnClass({ Metadata.class, EntityManagerFactoryBuilder.class, HibernateJpaAutoConfiguration.class })
@ConditionalOnBean(EntityManagerFactory.class)
@ConditionalOnBooleanProperty(name = "migrator.enabled", matchIfMissing = true)
@ImportRuntimeHints(EntityModelHints.class)
public final class MigratorEntitiesAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean(WantedSchema.class)
	EntityModel entityModel(MigratorProperties properties, ConfigurableListableBeanFactory beanFactory) {
		return new EntityModel(beanFactory, properties.getAutogenerate().getEntityManagerFactory());
	}

	@Bean
	@ConditionalOnMissingBean
	PersistenceUnits persistenceUnits(ConfigurableListableBeanFactory beanFactory) {
		return new PersistenceUnits((name) -> new EntityModel(beanFactory, name));
	}

}
