package dev.migrator.autoconfigure;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * An entity manager factory that works on the database of a migrator. That is noted in
 * the definition of its bean: when a start has failed, the beans are gone.
 *
 * @param migrator the name of the migrator, or {@code null} if it is the only one
 * @param target how far that goes at start
 */
record MigratedFactory(@Nullable String migrator, String target) {

	private static final String ATTRIBUTE = MigratedFactory.class.getName();

	static void note(String name, LocalContainerEntityManagerFactoryBean factory,
			ConfigurableListableBeanFactory beans) {
		DataSource used = factory.getDataSource();
		if (used == null || !beans.containsBeanDefinition(name)) {
			return;
		}
		String[] migrators = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, Migrator.class);
		for (String each : migrators) {
			Migrator migrator = beans.getBean(each, Migrator.class);
			if (KnownLogins.isMigrated(used, migrator)) {
				String named = (migrators.length > 1) ? each : null;
				beans.getBeanDefinition(name).setAttribute(ATTRIBUTE, new MigratedFactory(named, migrator.target()));
			}
		}
	}

	/**
	 * Finds the one whose creation failed.
	 */
	static @Nullable MigratedFactory in(Throwable failure, BeanFactory beans) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String name = (cause instanceof BeanCreationException creation) ? creation.getBeanName() : null;
			if (name != null && beans instanceof ConfigurableListableBeanFactory listable
					&& listable.containsBeanDefinition(name)
					&& listable.getBeanDefinition(name).getAttribute(ATTRIBUTE) instanceof MigratedFactory noted) {
				return noted;
			}
		}
		return null;
	}

}
