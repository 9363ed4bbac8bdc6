package dev.migrator.internal.autoconfigure.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import javax.sql.DataSource;

import dev.migrator.internal.autoconfigure.bean.CreatedBeans;
import dev.migrator.internal.autoconfigure.bean.KnownLogins;
import liquibase.integration.spring.SpringLiquibase;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Finds the other tools of the application that come before the migrator, even if they
 * did nothing: a strategy of the application may have prevented them from running. Reads
 * only beans that exist already; the beans that come before the migrator do.
 */
public final class EarlierTools {

	private static final boolean FLYWAY = isPresent("org.flywaydb.core.Flyway");

	private static final boolean LIQUIBASE = isPresent("liquibase.integration.spring.SpringLiquibase");

	private final ConfigurableListableBeanFactory beans;

	public EarlierTools(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	/**
	 * Returns the names of the tools that have the same database.
	 */
	public List<String> on(DataSource dataSource) {
		List<String> tools = new ArrayList<>();
		if (FLYWAY && OfFlyway.dataSources(this).stream().anyMatch((used) -> same(used, dataSource))) {
			tools.add("Flyway");
		}
		if (LIQUIBASE && OfLiquibase.dataSources(this).stream().anyMatch((used) -> same(used, dataSource))) {
			tools.add("Liquibase");
		}
		return tools;
	}

	private static boolean same(DataSource used, DataSource dataSource) {
		return KnownLogins.sameDatabase(used, dataSource);
	}

	private <T> List<DataSource> dataSources(Class<T> type, Function<T, DataSource> dataSource) {
		return CreatedBeans.of(type, this.beans).values().stream().map(dataSource).filter(Objects::nonNull).toList();
	}

	private static boolean isPresent(String type) {
		return ClassUtils.isPresent(type, EarlierTools.class.getClassLoader());
	}

	/**
	 * Loaded only if Flyway is on the class path.
	 */
	private static final class OfFlyway {

		static List<DataSource> dataSources(EarlierTools tools) {
			return tools.dataSources(Flyway.class, (flyway) -> flyway.getConfiguration().getDataSource());
		}

	}

	/**
	 * Loaded only if Liquibase is on the class path.
	 */
	private static final class OfLiquibase {

		static List<DataSource> dataSources(EarlierTools tools) {
			return tools.dataSources(SpringLiquibase.class, SpringLiquibase::getDataSource);
		}

	}

}
