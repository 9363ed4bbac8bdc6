package dev.migrator.autoconfigure;

import java.util.List;
import java.util.Map;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.properties.StartupMode;
import dev.migrator.execution.RunStoppedException;
import dev.migrator.internal.autoconfigure.bean.CreatedBeans;
import dev.migrator.internal.autoconfigure.bean.FailedStart;
import dev.migrator.internal.autoconfigure.tool.EarlierTools;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.SpringProperties;

/**
 * Brings the databases up to date while the application context starts, before the beans
 * that use them are created. With several migrators they run in their order. The startup
 * mode is read when it runs, so that it can still be chosen for an application that was
 * processed ahead of time.
 */
public class MigratorInitializer implements InitializingBean, Ordered, BeanFactoryAware {

	private static final LineLog logger = new LineLog("dev.migrator");

	private static final LineLog results = new LineLog("dev.migrator.result");

	private final List<Migrator> migrators;

	private final StartupMode mode;

	private @Nullable ConfigurableListableBeanFactory beanFactory;

	/**
	 * Creates an initializer.
	 * @param migrators the migrators to run
	 * @param mode the startup mode for each
	 */
	public MigratorInitializer(List<Migrator> migrators, StartupMode mode) {
		this.migrators = List.copyOf(migrators);
		this.mode = mode;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (beanFactory instanceof ConfigurableListableBeanFactory listable) ? listable : null;
	}

	@Override
	public void afterPropertiesSet() {
		if (endsAfterRefresh()) {
			logger.info("The application exits after its refresh (spring.context.exit=onRefresh); nothing is migrated");
			return;
		}
		try {
			if (this.mode != StartupMode.NONE && this.beanFactory != null) {
				sayWhoWasFirst(new EarlierTools(this.beanFactory));
			}
			for (Migrator migrator : this.migrators) {
				startAs(name(migrator), migrator);
			}
		}
		catch (RunStoppedException ex) {
			// Spring Boot no longer describes failures while the process shuts down.
			throw ex;
		}
		catch (MigratorException ex) {
			throw new FailedStart(ex);
		}
	}

	/**
	 * Starts one of several, which run one after the other, and names it in the log.
	 */
	private void startAs(@Nullable String name, Migrator migrator) {
		if (name != null && this.mode != StartupMode.NONE) {
			logger.info("Migrator %s (%s of %s)".formatted(name, this.migrators.indexOf(migrator) + 1,
					this.migrators.size()));
		}
		try {
			start(migrator);
		}
		catch (RunStoppedException ex) {
			throw ex;
		}
		catch (MigratorException ex) {
			throw new FailedStart(ex, name);
		}
	}

	/**
	 * Returns the name of a migrator, if there are several.
	 */
	private @Nullable String name(Migrator migrator) {
		return (this.migrators.size() < 2) ? null
				: CreatedBeans.of(Migrator.class, this.beanFactory)
					.entrySet()
					.stream()
					.filter((entry) -> entry.getValue() == migrator)
					.map(Map.Entry::getKey)
					.findFirst()
					.orElse(null);
	}

	private void sayWhoWasFirst(EarlierTools tools) {
		List<String> names = this.migrators.stream()
			.flatMap((migrator) -> earlier(tools, migrator).stream())
			.distinct()
			.toList();
		if (!names.isEmpty()) {
			logger.info(String.join(" and ", names)
					+ ((names.size() == 1) ? " uses the same database: its beans"
							: " use the same database: their beans")
					+ " come first, then the revisions of the migrator");
		}
	}

	/**
	 * Returns the tools that come before a migrator. This is the first code that asks it
	 * for its DataSource.
	 */
	private List<String> earlier(EarlierTools tools, Migrator migrator) {
		try {
			return tools.on(migrator.dataSource());
		}
		catch (MigratorException ex) {
			throw new FailedStart(ex, name(migrator));
		}
	}

	/**
	 * Handles one migrator according to the startup mode. Work of an application before
	 * or after it belongs here: a training run does not reach this method.
	 * @param migrator the migrator
	 */
	protected void start(Migrator migrator) {
		switch (this.mode) {
			case UPGRADE -> migrator.upgrade();
			case VALIDATE -> migrator.validate();
			case WAIT -> migrator.await();
			case NONE -> sayThatNothingIsApplied(migrator);
		}
	}

	/**
	 * Logs, once for all migrators, that nothing is applied. A command reports its own
	 * work.
	 */
	private void sayThatNothingIsApplied(Migrator migrator) {
		if (this.migrators.indexOf(migrator) == 0) {
			results.info("Nothing is applied at this start: the startup mode is none (migrator.startup)");
		}
	}

	/**
	 * Returns whether the application exits after its refresh: a training run for a CDS
	 * archive or an AOT cache must not change a database.
	 */
	private static boolean endsAfterRefresh() {
		return "onRefresh".equalsIgnoreCase(SpringProperties.getProperty("spring.context.exit"));
	}

	@Override
	public int getOrder() {
		return 0;
	}

}
