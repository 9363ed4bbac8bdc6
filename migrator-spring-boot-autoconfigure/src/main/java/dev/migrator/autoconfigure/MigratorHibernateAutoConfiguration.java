package dev.migrator.autoconfigure;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.internal.autoconfigure.model.ConfiguredDdlAuto;
import dev.migrator.internal.autoconfigure.model.DdlAutoCheck;
import dev.migrator.internal.autoconfigure.model.DdlAutoPostProcessor;
import dev.migrator.internal.autoconfigure.model.MigratedFactoryPostProcessor;
import org.hibernate.tool.schema.Action;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jpa.autoconfigure.JpaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Auto-configuration for the check of schema changes by Hibernate itself.
 */
@AutoConfiguration(after = { HibernateJpaAutoConfiguration.class, MigratorAutoConfiguration.class })
@ConditionalOnClass({ Action.class, HibernateProperties.class, LocalContainerEntityManagerFactoryBean.class })
@ConditionalOnBean({ Migrator.class, MigratorProperties.class })
public final class MigratorHibernateAutoConfiguration {

	@Bean
	ConfiguredDdlAuto configuredDdlAuto(ObjectProvider<DataSource> dataSource, ObjectProvider<JpaProperties> jpa,
			ObjectProvider<HibernateProperties> hibernate, ObjectProvider<HibernatePropertiesCustomizer> customizers,
			ConfigurableListableBeanFactory beans) {
		return new ConfiguredDdlAuto(dataSource, jpa, hibernate, customizers, beans);
	}

	@Bean
	DdlAutoCheck ddlAutoCheck(MigratorProperties properties, ObjectProvider<Migrator> migrators,
			ConfiguredDdlAuto configured) {
		return new DdlAutoCheck(properties.getOnDdlAuto(), migrators, configured);
	}

	@Bean
	static MigratedFactoryPostProcessor migratedFactoryPostProcessor(ConfigurableListableBeanFactory beans) {
		return new MigratedFactoryPostProcessor(beans);
	}

	@Bean
	static DdlAutoPostProcessor ddlAutoPostProcessor(ObjectProvider<DdlAutoCheck> check) {
		return new DdlAutoPostProcessor(check);
	}

}
