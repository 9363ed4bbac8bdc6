package dev.migrator.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.cli.OtherTool;
import dev.migrator.cli.OtherTool.FirstRun;
import dev.migrator.dialect.SchemaContents;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.ServerLogin;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The other tools of a migrator's database, for a command: what the configuration says of
 * them, since to create their beans could run them, and what the database has of them.
 */
final class ConfiguredTools {

	private final ConfigurableListableBeanFactory beans;

	private final Environment environment;

	ConfiguredTools(ConfigurableApplicationContext context) {
		this.beans = context.getBeanFactory();
		this.environment = context.getEnvironment();
	}

	/**
	 * Those that the application runs first, according to its configuration. Where there
	 * is none, the database is not asked.
	 */
	List<OtherTool> comingFirst(DataSource migrated) {
		List<ToolKind> first = Stream.of(ToolKind.values()).filter((kind) -> comesFirst(kind, migrated)).toList();
		return first.isEmpty() ? List.of() : read(first, migrated);
	}

	/**
	 * Those, and all that have run on the database.
	 */
	List<OtherTool> all(DataSource migrated) {
		return read(List.of(ToolKind.values()), migrated).stream()
			.filter((tool) -> tool.comesFirst() || tool.hasRun())
			.toList();
	}

	private List<OtherTool> read(List<ToolKind> kinds, DataSource migrated) {
		try (ServerConnection connection = ServerConnection.open(migrated, (notice) -> {
		})) {
			return kinds.stream().map((kind) -> read(kind, comesFirst(kind, migrated), connection)).toList();
		}
	}

	private OtherTool read(ToolKind kind, boolean comesFirst, ServerConnection connection) {
		return kind.shape()
			.find(connection)
			.map((table) -> new OtherTool(kind.title(), table, comesFirst, true, FirstRun.ANYWHERE))
			.orElseGet(() -> new OtherTool(kind.title(), table(kind), comesFirst, false,
					comesFirst ? firstRun(kind, connection) : FirstRun.ANYWHERE));
	}

	private boolean comesFirst(ToolKind kind, DataSource migrated) {
		Class<?> type = kind.type();
		return type != null
				&& BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, type, true, false).length > 0
				&& leadsTo(migrated, kind);
	}

	private String table(ToolKind kind) {
		return this.environment.getProperty(kind.tableProperty(), kind.table());
	}

	private boolean ofSpringBoot(ToolKind kind) {
		return this.beans.containsBeanDefinition(kind.configuration());
	}

	private boolean leadsTo(DataSource migrated, ToolKind kind) {
		String url = ofSpringBoot(kind) ? this.environment.getProperty(kind.prefix() + "url") : null;
		if (url != null) {
			return KnownLogins.of(migrated)
				.flatMap((login) -> ServerLogin.of(url, null, null, new Properties()).filter(login::leadsToDatabaseOf))
				.isPresent();
		}
		DataSource used = dataSource(kind);
		return used != null && KnownLogins.sameDatabase(used, migrated);
	}

	/**
	 * The DataSource that Spring Boot gives to the tool, or the only one, where the
	 * application gives it one itself.
	 */
	private @Nullable DataSource dataSource(ToolKind kind) {
		try {
			if (!ofSpringBoot(kind)) {
				String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, DataSource.class);
				return (names.length == 1) ? this.beans.getBean(names[0], DataSource.class) : null;
			}
			String marked = Stream.of(this.beans.getBeanNamesForType(DataSource.class, true, false))
				.filter((name) -> isMarked(name, kind))
				.findFirst()
				.orElse(null);
			return (marked != null) ? this.beans.getBean(marked, DataSource.class)
					: this.beans.getBeanProvider(DataSource.class).getIfUnique();
		}
		catch (BeansException ex) {
			// A migrator with an address of its own does not need it.
			return null;
		}
	}

	private boolean isMarked(String dataSource, ToolKind kind) {
		return kind.mark() != null && this.beans.findAnnotationOnBean(dataSource, kind.mark()) != null;
	}

	/**
	 * Flyway refuses a database in which one of its schemas has something.
	 */
	private FirstRun firstRun(ToolKind kind, ServerConnection connection) {
		if (kind != ToolKind.FLYWAY
				|| !flywaySchemas().stream().allMatch((schema) -> SchemaContents.isEmpty(connection, schema))) {
			return FirstRun.ANYWHERE;
		}
		if (!ofSpringBoot(kind)) {
			return FirstRun.UNKNOWN;
		}
		boolean beforeAll = this.environment.getProperty("spring.flyway.baseline-on-migrate", Boolean.class, false)
				&& this.environment.getProperty("spring.flyway.baseline-version", "1").matches("0(\\.0)*");
		return beforeAll ? FirstRun.ANYWHERE : FirstRun.WHERE_NOTHING_IS;
	}

	private List<@Nullable String> flywaySchemas() {
		List<@Nullable String> schemas = new ArrayList<>(Binder.get(this.environment)
			.bind("spring.flyway.schemas", Bindable.listOf(String.class))
			.orElse(List.of()));
		String named = this.environment.getProperty("spring.flyway.default-schema");
		if (named != null) {
			schemas.add(named);
		}
		return schemas.isEmpty() ? Arrays.asList((String) null) : schemas;
	}

}
