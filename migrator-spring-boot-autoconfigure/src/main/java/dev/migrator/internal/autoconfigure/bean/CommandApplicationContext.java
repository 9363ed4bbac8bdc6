package dev.migrator.internal.autoconfigure.bean;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.convert.ConversionService;

/**
 * The application's context while a command runs: it has all bean definitions with their
 * conditions, but creates only the beans that the command asks for. It starts no web
 * server, runner, scheduled job, listener or entity manager factory, and publishes no
 * event of a start.
 */
public final class CommandApplicationContext extends GenericApplicationContext {

	/**
	 * Does the same as the superclass, but does not create the singletons.
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
	 * Does nothing: without this step events wait for listeners, and no event is ever
	 * published.
	 */
	@Override
	protected void registerListeners() {
	}

	@Override
	protected void finishRefresh() {
		resetCommonCaches();
	}

}
