package dev.migrator.autoconfigure;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import org.hibernate.tool.schema.Action;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateProperties;
import org.springframework.boot.jpa.autoconfigure.JpaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Auto-configuration for what Hibernate itself would change of the schema.
 */
@AutoConfiguration(after = { HibernateJpaAutoConfiguration.class, MigratorAutoConfiguration.class })
@ConditionalOnClass({ Action.class, HibernateProperties.class, LocalContainerEntityManagerFactoryBean.class })
@ConditionalOnBean({ Migrator.class, MigratorProperties.class })
public final class MigratorHibernateAutoConfiguration {

	private static final String FACTORY = "entityManagerFactory";

	private static final String BOOT = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaConfiguration";

	@Bean
	DdlAutoCheck ddlAutoCheck(MigratorProperties properties, ObjectProvider<Migrator> migrators,
			ObjectProvider<DataSource> dataSource, ObjectProvider<JpaProperties> jpa,
			ObjectProvider<HibernateProperties> hibernate, ConfigurableListableBeanFactory beans) {
		return new DdlAutoCheck(properties.onDdlAuto(), migrators, dataSource, jpa, hibernate,
				() -> isMadeBySpringBoot(beans));
	}

	/**
	 * Whether its properties have an effect on the factory. Where nobody knows, the
	 * factory is looked at itself, a little later.
	 */
	private static boolean isMadeBySpringBoot(ConfigurableListableBeanFactory beans) {
		return beans.containsBeanDefinition(FACTORY)
				&& BOOT.equals(beans.getBeanDefinition(FACTORY).getFactoryBeanName());
	}

	@Bean
	static DdlAutoPostProcessor ddlAutoPostProcessor(ObjectProvider<DdlAutoCheck> check) {
		return new DdlAutoPostProcessor(check);
	}

}
