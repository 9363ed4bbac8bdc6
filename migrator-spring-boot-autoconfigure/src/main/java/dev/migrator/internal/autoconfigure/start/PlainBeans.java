package dev.migrator.internal.autoconfigure.start;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.internal.autoconfigure.bean.DataSourceChoice;
import dev.migrator.internal.autoconfigure.bean.FailureAnalyses;
import dev.migrator.internal.autoconfigure.revision.ApplicationSources;
import dev.migrator.internal.cli.application.ApplicationBeans;
import dev.migrator.internal.cli.application.DdlAuto;
import dev.migrator.internal.cli.application.OtherTool;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.internal.script.project.Project;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Gives a command the migrator that the environment of its application configures. There
 * are no other beans.
 */
public final class PlainBeans implements ApplicationBeans, AutoCloseable {

	private final RecordedStart start;

	private final Class<?> main;

	private final ConfigurableApplicationContext application;

	private final PlainDataSource dataSource;

	private @Nullable Migrator migrator;

	PlainBeans(RecordedStart start, Class<?> main, ConfigurableApplicationContext application) {
		this.start = start;
		this.main = main;
		this.application = application;
		this.dataSource = new PlainDataSource(application);
	}

	@Override
	public List<String> migratorNames() {
		return List.of(this.start.migrator());
	}

	@Override
	public Migrator migrator(String name) {
		if (this.migrator == null) {
			MigratorProperties properties = properties();
			this.migrator = ConfiguredMigrator
				.of(properties, () -> dataSource(properties), sources(properties), this.application, environment())
				.javaRevisions(javaRevisions())
				.build();
		}
		return this.migrator;
	}

	/**
	 * What their annotations say is known without their beans.
	 */
	private List<JavaRevisionScript> javaRevisions() {
		return this.start.javaRevisions()
			.stream()
			.map((name) -> JavaRevisionScript.of(ClassUtils.resolveClassName(name, this.application.getClassLoader()),
					() -> {
						throw new IllegalStateException("This command did not say that it reads statements");
					}))
			.toList();
	}

	private DataSource dataSource(MigratorProperties properties) {
		if (!this.start.dataSource()) {
			throw new IllegalStateException("This command did not say that it reads the database");
		}
		ConfigurableApplicationContext started = this.dataSource.context();
		return DataSourceChoice.of(properties, started.getBeanProvider(DataSource.class), () -> null,
				started.getBeanFactory());
	}

	private MigratorProperties properties() {
		return Binder.get(environment()).bindOrCreate("migrator", MigratorProperties.class);
	}

	private ApplicationSources sources(MigratorProperties properties) {
		return new ApplicationSources(properties, this.start.packages(), () -> this.main);
	}

	private Environment environment() {
		return this.application.getEnvironment();
	}

	@Override
	public List<String> addressProperties(String name) {
		return this.start.address();
	}

	@Override
	public Optional<Project> project() {
		return sources(properties()).project();
	}

	@Override
	public Optional<String> mainClass() {
		return Optional.of(this.main.getName());
	}

	@Override
	public List<OtherTool> earlierTools(String name) {
		throw otherBean();
	}

	@Override
	public List<OtherTool> awaitedTools(String name) {
		throw otherBean();
	}

	@Override
	public List<OtherTool> otherTools(String name) {
		throw otherBean();
	}

	@Override
	public Optional<DdlAuto> ddlAuto(Migrator migrator) {
		throw otherBean();
	}

	private static IllegalStateException otherBean() {
		return new IllegalStateException("This command uses only the migrator");
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		return FailureAnalyses.of(failure, this.dataSource.context());
	}

	@Override
	public void close() {
		this.dataSource.close();
	}

}
