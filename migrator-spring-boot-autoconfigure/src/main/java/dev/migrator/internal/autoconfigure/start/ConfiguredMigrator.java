package dev.migrator.internal.autoconfigure.start;

import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.internal.autoconfigure.bean.KnownLogins;
import dev.migrator.internal.autoconfigure.revision.ApplicationSources;
import dev.migrator.internal.command.development.DevelopmentSettings;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Builds the migrator that the properties describe.
 */
public final class ConfiguredMigrator {

	private ConfiguredMigrator() {
	}

	/**
	 * Begins a migrator.
	 * @param properties its properties
	 * @param dataSource its DataSource
	 * @param sources the sources of the application
	 * @param resourceLoader the loader of the scripts
	 * @param environment the environment, for the name of the application
	 * @return the builder, to which what is made of beans can be added
	 */
	public static MigratorBuilder of(MigratorProperties properties, Supplier<DataSource> dataSource,
			ApplicationSources sources, ResourceLoader resourceLoader, Environment environment) {
		return Migrator.builder(dataSource)
			.locations(properties.getLocations())
			.seedLocations(properties.getSeed().getLocations())
			.resourceLoader(resourceLoader)
			.target(properties.getTarget())
			.schema(properties.getSchema())
			.versionTable(properties.getVersionTable())
			.historyTable(properties.getHistoryTable())
			.resetAllowed(properties.isResetAllowed())
			.onChangedScript(properties.getOnChangedScript())
			.onUnknownRevision(properties.getOnUnknownRevision())
			.allowSeveralHeads(properties.isAllowSeveralHeads())
			.transaction(properties.getTransaction())
			.lockWait(properties.getLock().getWait())
			.lockTimeout(properties.getLock().getTimeout())
			.lockRetries(properties.getLock().getRetries())
			.concurrentWait(properties.getLock().getConcurrentWait())
			.statementTimeout(properties.getStatementTimeout())
			.uploadTimeout(properties.getUploadTimeout())
			.sessionTimeZone(properties.getSessionTimeZone())
			.application(environment.getProperty("spring.application.name"))
			.comparison(properties.getAutogenerate().settings())
			.development(new DevelopmentSettings(sources.settings(), sources::project, KnownLogins::of,
					properties.getAutogenerate().isTrial(), properties.getAutogenerate().getAcceptedDifferences()));
	}

}
