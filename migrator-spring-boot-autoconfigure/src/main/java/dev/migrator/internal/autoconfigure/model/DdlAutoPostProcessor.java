package dev.migrator.internal.autoconfigure.model;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Passes each factory to the {@link DdlAutoCheck} before it starts Hibernate.
 */
public class DdlAutoPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<DdlAutoCheck> check;

	public DdlAutoPostProcessor(ObjectProvider<DdlAutoCheck> check) {
		this.check = check;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof LocalContainerEntityManagerFactoryBean factory && BindingOnlyProvider.isNotOf(factory)) {
			this.check.ifAvailable((found) -> found.check(factory, beanName));
		}
		return bean;
	}

}
