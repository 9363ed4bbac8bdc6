package dev.migrator.internal.autoconfigure.model;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Records which factories are {@linkplain MigratedFactory migrated}, before they start
 * Hibernate.
 */
public class MigratedFactoryPostProcessor implements BeanPostProcessor {

	private final ConfigurableListableBeanFactory beans;

	public MigratedFactoryPostProcessor(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof LocalContainerEntityManagerFactoryBean factory && BindingOnlyProvider.isNotOf(factory)) {
			MigratedFactory.note(beanName, factory, this.beans);
		}
		return bean;
	}

}
