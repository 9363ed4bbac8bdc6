package dev.migrator.autoconfigure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.autoconfigure.properties.OnDdlAuto;
import dev.migrator.internal.autoconfigure.model.ConfiguredDdlAuto;
import dev.migrator.internal.autoconfigure.revision.ApplicationSources;
import dev.migrator.internal.autoconfigure.tool.ConfiguredTools;
import dev.migrator.internal.cli.application.ApplicationBeans;
import dev.migrator.internal.cli.application.DdlAuto;
import dev.migrator.internal.cli.application.OtherTool;
import dev.migrator.internal.script.project.Project;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * Gives a command the beans of its application.
 */
final class CommandBeans implements ApplicationBeans {

	private final @Nullable ConfigurableApplicationContext context;

	CommandBeans(@Nullable ConfigurableApplicationContext context) {
		this.context = context;
	}

	@Override
	public List<String> migratorNames() {
		return (this.context != null) ? List.of(this.context.getBeanNamesForType(Migrator.class, true, false))
				: List.of();
	}

	@Override
	public Migrator migrator(String name) {
		return started().getBean(name, Migrator.class);
	}

	@Override
	public List<OtherTool> earlierTools(String name) {
		return new ConfiguredTools(migrator(name), started()).comingFirst();
	}

	@Override
	public List<OtherTool> awaitedTools(String name) {
		return new ConfiguredTools(migrator(name), started()).awaited();
	}

	@Override
	public List<OtherTool> otherTools(String name) {
		return new ConfiguredTools(migrator(name), started()).all();
	}

	@Override
	public List<String> addressProperties(String name) {
		return new MigratorAddress(started()).properties(name);
	}

	/**
	 * Reads the environment, because there may be no migrator yet.
	 */
	@Override
	public Optional<Project> project() {
		ConfigurableApplicationContext application = started();
		MigratorProperties properties = Binder.get(application.getEnvironment())
			.bindOrCreate("migrator", MigratorProperties.class);
		return new ApplicationSources(properties, application.getBeanFactory()).project();
	}

	/**
	 * Returns nothing without Hibernate.
	 */
	@Override
	public Optional<DdlAuto> ddlAuto(Migrator migrator) {
		ConfigurableApplicationContext application = started();
		boolean ignored = application.getEnvironment()
			.getProperty("migrator.on-ddl-auto", "")
			.equalsIgnoreCase(OnDdlAuto.IGNORE.name());
		return ignored ? Optional.empty()
				: application.getBeanProvider(ConfiguredDdlAuto.class)
					.stream()
					.flatMap((configured) -> configured.on(migrator).stream())
					.map((action) -> new DdlAuto(action.setting(), ConfiguredDdlAuto.advice(action)))
					.findFirst();
	}

	private ConfigurableApplicationContext started() {
		if (this.context == null) {
			throw new IllegalStateException("The application did not start");
		}
		return this.context;
	}

	/**
	 * Asks the failure analyzers that Spring Boot asks when an application does not
	 * start.
	 */
	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		ArgumentResolver arguments = ArgumentResolver.none();
		if (this.context != null) {
			arguments = arguments.and(BeanFactory.class, this.context.getBeanFactory())
				.and(Environment.class, this.context.getEnvironment());
		}
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, arguments, FailureHandler.handleMessage((message, ex) -> {
			}))
			.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
