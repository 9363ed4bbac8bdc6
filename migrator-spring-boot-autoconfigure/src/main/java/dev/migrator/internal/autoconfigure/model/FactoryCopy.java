package dev.migrator.internal.autoconfigure.model;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.migrator.autogenerate.UnreadableModelException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * A second instance of an entity manager factory bean, with everything that the
 * application sets on the first, but another provider of persistence: it reads the
 * entities and starts nothing. The bean of the application is not created.
 */
final class FactoryCopy {

	/** What the names of the copies begin with. */
	private static final String PREFIX = "migrator.entities-of.";

	private static final AtomicInteger count = new AtomicInteger();

	private final ConfigurableListableBeanFactory beans;

	private final String name;

	/**
	 * @param name the name of the bean that is copied
	 */
	FactoryCopy(ConfigurableListableBeanFactory beans, String name) {
		this.beans = beans;
		this.name = name;
	}

	/**
	 * Returns whether a bean can be copied: what the application has is the bean that
	 * makes the factory, and not only the factory that was made.
	 */
	static boolean isPossible(ConfigurableListableBeanFactory beans, String name) {
		return beans.isTypeMatch(BeanFactory.FACTORY_BEAN_PREFIX + name, LocalContainerEntityManagerFactoryBean.class)
				&& beans instanceof BeanDefinitionRegistry && beans.containsBeanDefinition(name);
	}

	/**
	 * Creates the copy. Its definition is there only for as long as this takes.
	 * @param provider the provider that reads the entities
	 * @param properties settings of Hibernate beside those of the application
	 */
	void create(BindingOnlyProvider provider, Map<String, Object> properties) {
		BeanDefinitionRegistry registry = (BeanDefinitionRegistry) this.beans;
		String copy = PREFIX + this.name + "." + count.incrementAndGet();
		registry.registerBeanDefinition(copy, definition(provider, properties));
		try {
			this.beans.getBean(BeanFactory.FACTORY_BEAN_PREFIX + copy);
		}
		finally {
			registry.removeBeanDefinition(copy);
		}
	}

	/**
	 * Returns the definition of the copy. It waits for no other bean: the migrator itself
	 * is one of those on which a factory depends.
	 */
	private RootBeanDefinition definition(BindingOnlyProvider provider, Map<String, Object> properties) {
		if (!(this.beans.getMergedBeanDefinition(this.name) instanceof RootBeanDefinition original)) {
			throw new UnreadableModelException("The bean " + this.name + " cannot be read.",
					"Declare a bean of type WantedSchema.", null);
		}
		RootBeanDefinition copy = new RootBeanDefinition(original);
		copy.setScope(BeanDefinition.SCOPE_PROTOTYPE);
		copy.setPrimary(false);
		copy.setAutowireCandidate(false);
		copy.setDependsOn((String[]) null);
		copy.getPropertyValues()
			.add("persistenceProvider", provider)
			.add("jpaPropertyMap", properties)
			// It may be configured to start in the background, where a failure would be
			// lost.
			.add("bootstrapExecutor", null);
		return copy;
	}

}
