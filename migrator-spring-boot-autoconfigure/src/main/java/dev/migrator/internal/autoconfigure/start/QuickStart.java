package dev.migrator.internal.autoconfigure.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.migrator.internal.autoconfigure.revision.JavaRevisionBeans;
import dev.migrator.internal.cli.application.ApplicationBeans;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.launcher.LaunchedClasses;
import dev.migrator.internal.problem.WholeFile;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;

/**
 * Starts no more of an application than a command needs, where it is known whether the
 * classes have changed: the launcher of a project knows it, and the directory of an
 * executable jar says it.
 */
public final class QuickStart {

	private final Class<?> main;

	private final SpringApplication application;

	private final ConfigurableApplicationContext context;

	private final List<PropertySource<?>> sources;

	private final StartRecords records;

	private final String key;

	private QuickStart(Class<?> main, SpringApplication application, ConfigurableApplicationContext context, Path file,
			String key) {
		this.main = main;
		this.application = application;
		this.context = context;
		this.sources = sources();
		this.records = new StartRecords(file);
		this.key = key;
	}

	/**
	 * Creates a start.
	 * @param application the application
	 * @param context its context, which has the environment and is not refreshed
	 * @param ignored the name of the property source that the command added
	 * @return the start; nothing if the classes or the environment cannot be compared
	 * with those of another command
	 */
	public static Optional<QuickStart> of(SpringApplication application, ConfigurableApplicationContext context,
			String ignored) {
		Class<?> main = application.getMainApplicationClass();
		if (main == null) {
			return Optional.empty();
		}
		Optional<LaunchedClasses> launched = LaunchedClasses.ofThisJvm();
		if (launched.isPresent()) {
			LaunchedClasses classes = launched.get();
			return EnvironmentDigest.of(classes.digest(), context.getEnvironment(), ignored)
				.map((key) -> new QuickStart(main, application, context, classes.start(), key));
		}
		return ExecutableJar.running()
			.flatMap((jar) -> EnvironmentDigest.of(jar.digest(), context.getEnvironment(), ignored)
				.flatMap((key) -> WholeFile.cacheOfUser()
					.map((cache) -> new QuickStart(main, application, context, jar.record(cache), key))));
	}

	/**
	 * Returns the migrator alone.
	 * @param command what the command needs of it
	 * @return the beans for a command; nothing if no command has found out that the rest
	 * of the application makes no difference
	 */
	public Optional<PlainBeans> beans(OnlyMigrator command) {
		return recorded().flatMap(RecordedStart::of)
			.filter((start) -> start.dataSource() || !command.readsDatabase())
			.filter((start) -> start.javaRevisions().isEmpty() || !command.readsStatements())
			.map((start) -> new PlainBeans(start, this.main, this.context));
	}

	private Optional<List<String>> recorded() {
		return this.records.lines(this.key);
	}

	/**
	 * Records for the commands to come whether the rest of the application makes a
	 * difference. The context has been refreshed.
	 * @param beans the beans of the application
	 * @param customizer the type of the beans that change a migrator
	 */
	public void record(ApplicationBeans beans, Class<?> customizer) {
		if (recorded().isPresent()) {
			return;
		}
		String difference = this.sources.equals(sources())
				? PlainApplication.difference(this.application, this.context, customizer) : "It adds property sources.";
		this.records.write(this.key, (difference != null)
				? List.of("The application is started for each command: " + difference) : found(beans).lines());
	}

	private RecordedStart found(ApplicationBeans beans) {
		try (PlainDataSource plain = new PlainDataSource(this.context)) {
			String migrator = beans.migratorNames().get(0);
			return new RecordedStart(migrator, packages(), beans.addressProperties(migrator), javaRevisions(),
					plain.isThatOf(this.context));
		}
	}

	private List<String> javaRevisions() {
		return new JavaRevisionBeans(this.context.getBeanFactory()).scripts()
			.stream()
			.map((script) -> script.revision().source())
			.toList();
	}

	private List<PropertySource<?>> sources() {
		return this.context.getEnvironment().getPropertySources().stream().toList();
	}

	private List<String> packages() {
		return AutoConfigurationPackages.has(this.context) ? AutoConfigurationPackages.get(this.context) : List.of();
	}

}
