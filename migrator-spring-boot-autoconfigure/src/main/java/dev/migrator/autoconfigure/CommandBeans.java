package dev.migrator.autoconfigure;

import java.util.List;
import java.util.Optional;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.autoconfigure.properties.OnDdlAuto;
import dev.migrator.internal.autoconfigure.bean.FailureAnalyses;
import dev.migrator.internal.autoconfigure.model.ConfiguredDdlAuto;
import dev.migrator.internal.autoconfigure.revision.ApplicationSources;
import dev.migrator.internal.autoconfigure.tool.ConfiguredTools;
import dev.migrator.internal.cli.application.ApplicationBeans;
import dev.migrator.internal.cli.application.DdlAuto;
import dev.migrator.internal.cli.application.OtherTool;
import dev.migrator.internal.script.project.Project;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives a command the beans of its application.
 */
final class CommandBeans implements ApplicationBeans {

	private final SpringApplication application;

	private final @Nullable ConfigurableApplicationContext context;

	CommandBeans(SpringApplication application, @Nullable ConfigurableApplicationContext context) {
		this.application = application;
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
		ConfigurableApplicationContext started = started();
		MigratorProperties properties = Binder.get(started.getEnvironment())
			.bindOrCreate("migrator", MigratorProperties.class);
		return ApplicationSources.of(properties, started.getBeanFactory()).project();
	}

	@Override
	public Optional<String> mainClass() {
		return Optional.ofNullable(this.application.getMainApplicationClass()).map(Class::getName);
	}

	/**
	 * Returns nothing without Hibernate.
	 */
	@Override
	public Optional<DdlAuto> ddlAuto(Migrator migrator) {
		ConfigurableApplicationContext started = started();
		boolean ignored = started.getEnvironment()
			.getProperty("migrator.on-ddl-auto", "")
			.equalsIgnoreCase(OnDdlAuto.IGNORE.name());
		return ignored ? Optional.empty()
				: started.getBeanProvider(ConfiguredDdlAuto.class)
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

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		return FailureAnalyses.of(failure, this.context);
	}

}
