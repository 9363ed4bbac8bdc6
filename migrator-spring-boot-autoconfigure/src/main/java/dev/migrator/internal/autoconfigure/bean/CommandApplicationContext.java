package dev.migrator.internal.autoconfigure.bean;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.convert.ConversionService;

/**
 * The application's context while a command runs: all of its bean definitions with all of
 * their conditions, and none of its beans but those that the command asks for. No web
 * server, no runner, no scheduled job, no listener and no entity manager factory is
 * there, and nobody is told of a start.
 */
public final class CommandApplicationContext extends GenericApplicationContext {

	/**
	 * What the superclass does, without creating the singletons.
	 */
	@Override
	protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.containsBean(CONVERSION_SERVICE_BEAN_NAME)
				&& beanFactory.isTypeMatch(CONVERSION_SERVICE_BEAN_NAME, ConversionService.class)) {
			beanFactory
				.setConversionService(beanFactory.getBean(CONVERSION_SERVICE_BEAN_NAME, ConversionService.class));
		}
		if (!beanFactory.hasEmbeddedValueResolver()) {
			beanFactory.addEmbeddedValueResolver((text) -> getEnvironment().resolvePlaceholders(text));
		}
		beanFactory.freezeConfiguration();
	}

	/**
	 * Without this step events wait for listeners, and nobody is ever told of one.
	 */
	@Override
	protected void registerListeners() {
	}

	@Override
	protected void finishRefresh() {
		resetCommonCaches();
	}

}
