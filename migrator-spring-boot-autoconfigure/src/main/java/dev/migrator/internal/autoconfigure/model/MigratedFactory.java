package dev.migrator.internal.autoconfigure.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.internal.autoconfigure.bean.CreatedBeans;
import dev.migrator.internal.autoconfigure.bean.KnownLogins;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * An entity manager factory that works on the database of a migrator. This is recorded in
 * the definition of its bean, because the beans are destroyed when a start has failed.
 *
 * @param migrator the name of the migrator, or {@code null} if it is the only one, or one
 * of several of that database
 * @param target the target of that migrator at start
 */
public record MigratedFactory(@Nullable String migrator, String target) {

	private static final String ATTRIBUTE = MigratedFactory.class.getName();

	private static final Set<String> FURTHEST = Set.of("head", "heads");

	/**
	 * Records the migrator of a factory. The migrators that are to run exist already,
	 * because the initializer runs before each factory. None is created here.
	 */
	static void note(String name, LocalContainerEntityManagerFactoryBean factory,
			ConfigurableListableBeanFactory beans) {
		DataSource used = factory.getDataSource();
		if (used == null || !beans.containsBeanDefinition(name)) {
			return;
		}
		Map<String, Migrator> migrators = new TreeMap<>(CreatedBeans.of(Migrator.class, beans));
		migrators.values().removeIf((migrator) -> !KnownLogins.isMigrated(used, migrator));
		if (migrators.size() > 1 && migrators.keySet().stream().anyMatch((each) -> isPrimary(each, beans))) {
			migrators.keySet().removeIf((each) -> !isPrimary(each, beans));
		}
		if (!migrators.isEmpty()) {
			beans.getBeanDefinition(name).setAttribute(ATTRIBUTE, of(migrators, beans));
		}
	}

	/**
	 * Chooses among migrators. If several fit equally, none is named; the target is that
	 * of the first one that does not go to the heads.
	 */
	private static MigratedFactory of(Map<String, Migrator> migrators, ConfigurableListableBeanFactory beans) {
		boolean only = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, Migrator.class, true,
				false).length == 1;
		String target = migrators.values()
			.stream()
			.map(Migrator::target)
			.filter((each) -> !FURTHEST.contains(each))
			.findFirst()
			.orElse("heads");
		return new MigratedFactory((only || migrators.size() > 1) ? null : migrators.keySet().iterator().next(),
				target);
	}

	private static boolean isPrimary(String name, ConfigurableListableBeanFactory beans) {
		return beans.containsBeanDefinition(name) && beans.getMergedBeanDefinition(name).isPrimary();
	}

	public boolean goesAsFarAsItCan() {
		return FURTHEST.contains(this.target);
	}

	/**
	 * Finds the factory whose creation failed.
	 */
	static @Nullable public MigratedFactory in(Throwable failure, BeanFactory beans) {
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
