package dev.migrator.internal.autoconfigure.tool;

import java.lang.annotation.Annotation;

import dev.migrator.internal.dialect.normalform.TableShape;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * The tools that may change a database before the migrator does, as Spring Boot
 * configures them.
 */
enum ToolKind {

	FLYWAY("Flyway", "flyway_schema_history", "org.flywaydb.core.Flyway", "spring.flyway.", "table",
			"org.springframework.boot.flyway.autoconfigure.", "FlywayAutoConfiguration$FlywayConfiguration",
			"FlywayDataSource", "FlywayMigrationStrategy"),

	LIQUIBASE("Liquibase", "databasechangelog", "liquibase.integration.spring.SpringLiquibase", "spring.liquibase.",
			"database-change-log-table", "org.springframework.boot.liquibase.autoconfigure.",
			"LiquibaseAutoConfiguration$LiquibaseConfiguration", "LiquibaseDataSource", "");

	private final String title;

	private final String table;

	private final @Nullable Class<?> type;

	private final String prefix;

	private final String tableProperty;

	private final String configuration;

	private final @Nullable Class<? extends Annotation> mark;

	private final @Nullable Class<?> strategy;

	ToolKind(String title, String table, String type, String prefix, String tableProperty, String configurations,
			String configuration, String mark, String strategy) {
		this.title = title;
		this.table = table;
		this.type = find(type, Object.class);
		this.prefix = prefix;
		this.tableProperty = tableProperty;
		this.configuration = configurations + configuration;
		this.mark = find(configurations + mark, Annotation.class);
		this.strategy = strategy.isEmpty() ? null : find(configurations + strategy, Object.class);
	}

	private static <T> @Nullable Class<? extends T> find(String name, Class<T> kind) {
		ClassLoader loader = ToolKind.class.getClassLoader();
		return ClassUtils.isPresent(name, loader) ? ClassUtils.resolveClassName(name, loader).asSubclass(kind) : null;
	}

	/**
	 * Returns its name.
	 */
	String title() {
		return this.title;
	}

	/**
	 * Returns the table in which it records what it has run, unless a property names
	 * another.
	 */
	String table() {
		return this.table;
	}

	/**
	 * Returns the columns of that table, in all its versions.
	 */
	TableShape shape() {
		return switch (this) {
			case FLYWAY -> TableShape.OF_FLYWAY;
			case LIQUIBASE -> TableShape.OF_LIQUIBASE;
		};
	}

	/**
	 * Returns the property that names another table, without its prefix.
	 */
	String tableProperty() {
		return this.tableProperty;
	}

	/**
	 * Returns the type of its beans, or {@code null} if it is not on the class path.
	 */
	@Nullable Class<?> type() {
		return this.type;
	}

	/**
	 * Returns the prefix of its properties.
	 */
	String prefix() {
		return this.prefix;
	}

	/**
	 * Returns the bean that exists if Spring Boot, and not the application, declares the
	 * tool.
	 */
	String configuration() {
		return this.configuration;
	}

	/**
	 * Returns the annotation of a DataSource that is for it, or {@code null} if it is not
	 * on the class path.
	 */
	@Nullable Class<? extends Annotation> mark() {
		return this.mark;
	}

	/**
	 * Returns the type of a bean with which the application runs it, or not, in place of
	 * Spring Boot; {@code null} if there is none.
	 */
	@Nullable Class<?> strategy() {
		return this.strategy;
	}

}
