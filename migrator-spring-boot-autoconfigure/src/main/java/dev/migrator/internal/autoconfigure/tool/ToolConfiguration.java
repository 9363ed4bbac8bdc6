package dev.migrator.internal.autoconfigure.tool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.internal.autoconfigure.bean.KnownLogins;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The configuration of another tool in an application. The beans of the tool are not
 * created, because that could run it.
 */
final class ToolConfiguration {

	private final ToolKind kind;

	private final ConfigurableListableBeanFactory beans;

	private final Environment environment;

	ToolConfiguration(ToolKind kind, ConfigurableApplicationContext context) {
		this.kind = kind;
		this.beans = context.getBeanFactory();
		this.environment = context.getEnvironment();
	}

	ToolKind kind() {
		return this.kind;
	}

	/**
	 * Returns whether the application runs it on that database, before the migrator.
	 */
	boolean comesFirst(DataSource migrated) {
		DataSource used = isInApplication() ? dataSource() : null;
		return used != null && KnownLogins.sameDatabase(used, migrated);
	}

	/**
	 * Returns whether the application runs it, on any database.
	 */
	boolean isInApplication() {
		return hasBean(this.kind.type());
	}

	/**
	 * Returns whether Spring Boot, and not the application, declares it, with its
	 * properties.
	 */
	boolean ofSpringBoot() {
		return this.beans.containsBeanDefinition(this.kind.configuration());
	}

	/**
	 * Returns whether code of the application decides how it runs, or whether it runs.
	 */
	boolean runsAsCodeSays() {
		return !ofSpringBoot() || hasBean(this.kind.strategy());
	}

	private boolean hasBean(@Nullable Class<?> type) {
		return type != null
				&& BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, type, true, false).length > 0;
	}

	/**
	 * Returns the table in which it records what it has run.
	 */
	String table() {
		return property(this.kind.tableProperty(), this.kind.table());
	}

	/**
	 * Returns the schemas that its properties name.
	 * @param current the schema of its connection
	 */
	ToolSchemas schemas(String current) {
		return switch (this.kind) {
			case FLYWAY -> flywaySchemas(current);
			case LIQUIBASE -> liquibaseSchemas(current);
		};
	}

	private ToolSchemas flywaySchemas(String current) {
		List<String> named = Binder.get(this.environment)
			.bind("spring.flyway.schemas", Bindable.listOf(String.class))
			.orElse(List.of());
		String history = property("default-schema", named.isEmpty() ? current : named.get(0));
		Set<String> changed = new LinkedHashSet<>(List.of(history));
		changed.addAll(named);
		return new ToolSchemas(history, List.copyOf(changed));
	}

	private ToolSchemas liquibaseSchemas(String current) {
		String changed = property("default-schema", current);
		String history = property("liquibase-schema", changed);
		return new ToolSchemas(history, Stream.of(history, changed).distinct().toList());
	}

	/**
	 * Returns whether it accepts a database that is not empty for its first run, and then
	 * runs all its migrations.
	 */
	boolean startsBeforeItsFirst() {
		return this.environment.getProperty("spring.flyway.baseline-on-migrate", Boolean.class, false)
				&& property("baseline-version", "1").matches("0(\\.0)*");
	}

	private String property(String name, String otherwise) {
		return this.environment.getProperty(this.kind.prefix() + name, otherwise);
	}

	/**
	 * Returns the DataSource that Spring Boot gives to the tool, or the only one if the
	 * application itself gives it one. A marked one takes precedence over the URL, as in
	 * Spring Boot.
	 */
	@Nullable DataSource dataSource() {
		try {
			if (!ofSpringBoot()) {
				String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, DataSource.class);
				return (names.length == 1) ? this.beans.getBean(names[0], DataSource.class) : null;
			}
			String marked = Stream.of(this.beans.getBeanNamesForType(DataSource.class, true, false))
				.filter(this::isMarked)
				.findFirst()
				.orElse(null);
			if (marked != null) {
				return this.beans.getBean(marked, DataSource.class);
			}
			String url = this.environment.getProperty(this.kind.prefix() + "url");
			return (url != null) ? ofUrl(url) : this.beans.getBeanProvider(DataSource.class).getIfUnique();
		}
		catch (BeansException ex) {
			// A migrator with an address of its own does not need it.
			return null;
		}
	}

	private DataSource ofUrl(String url) {
		DriverManagerDataSource dataSource = new DriverManagerDataSource();
		dataSource.setUrl(url);
		dataSource.setUsername(this.environment.getProperty(this.kind.prefix() + "user"));
		dataSource.setPassword(this.environment.getProperty(this.kind.prefix() + "password"));
		return dataSource;
	}

	private boolean isMarked(String dataSource) {
		return this.kind.mark() != null && this.beans.findAnnotationOnBean(dataSource, this.kind.mark()) != null;
	}

}
