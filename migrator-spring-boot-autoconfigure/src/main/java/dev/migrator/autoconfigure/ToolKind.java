package dev.migrator.autoconfigure;

import java.lang.annotation.Annotation;

import dev.migrator.dialect.TableShape;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The tools that may change a database before the migrator does, as Spring Boot
 * configures them.
 */
enum ToolKind {

	FLYWAY("Flyway", "flyway_schema_history", "org.flywaydb.core.Flyway", "spring.flyway.", "table",
			"org.springframework.boot.flyway.autoconfigure.", "FlywayAutoConfiguration$FlywayConfiguration",
			"FlywayDataSource"),

	LIQUIBASE("Liquibase", "databasechangelog", "liquibase.integration.spring.SpringLiquibase", "spring.liquibase.",
			"database-change-log-table", "org.springframework.boot.liquibase.autoconfigure.",
			"LiquibaseAutoConfiguration$LiquibaseConfiguration", "LiquibaseDataSource");

	private final String title;

	private final String table;

	private final @Nullable Class<?> type;

	private final String prefix;

	private final String tableProperty;

	private final String configuration;

	private final @Nullable Class<? extends Annotation> mark;

	ToolKind(String title, String table, String type, String prefix, String tableProperty, String configurations,
			String configuration, String mark) {
		this.title = title;
		this.table = table;
		this.type = find(type, Object.class);
		this.prefix = prefix;
		this.tableProperty = prefix + tableProperty;
		this.configuration = configurations + configuration;
		this.mark = find(configurations + mark, Annotation.class);
	}

	private static <T> @Nullable Class<? extends T> find(String name, Class<T> kind) {
		ClassLoader loader = ToolKind.class.getClassLoader();
		return ClassUtils.isPresent(name, loader) ? ClassUtils.resolveClassName(name, loader).asSubclass(kind) : null;
	}

	/**
	 * What it is called.
	 */
	String title() {
		return this.title;
	}

	/**
	 * Where it records what it has run, unless a property says otherwise.
	 */
	String table() {
		return this.table;
	}

	/**
	 * Of that table, in all versions.
	 */
	TableShape shape() {
		return switch (this) {
			case FLYWAY -> TableShape.OF_FLYWAY;
			case LIQUIBASE -> TableShape.OF_LIQUIBASE;
		};
	}

	String tableProperty() {
		return this.tableProperty;
	}

	/**
	 * Of its beans; {@code null} if it is not on the class path.
	 */
	@Nullable Class<?> type() {
		return this.type;
	}

	/**
	 * Of its properties.
	 */
	String prefix() {
		return this.prefix;
	}

	/**
	 * The bean that is there where Spring Boot declares the tool, and not the
	 * application.
	 */
	String configuration() {
		return this.configuration;
	}

	/**
	 * Of a DataSource that is for it.
	 */
	@Nullable Class<? extends Annotation> mark() {
		return this.mark;
	}

}
