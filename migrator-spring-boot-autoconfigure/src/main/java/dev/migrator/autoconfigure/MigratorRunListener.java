package dev.migrator.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.migrator.internal.autoconfigure.bean.CommandApplicationContext;
import dev.migrator.internal.autoconfigure.start.PlainBeans;
import dev.migrator.internal.autoconfigure.start.QuickStart;
import dev.migrator.internal.cli.MigratorCommand;
import dev.migrator.internal.cli.application.AdvisedCommands;
import dev.migrator.internal.cli.application.CommandProcess;
import dev.migrator.internal.cli.application.JvmProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * Makes the application its own command line: started as
 * {@code java -jar app.jar migrator ...}, it runs the command on its own configuration
 * and its own beans, and ends the process with the command's exit code.
 * <p>
 * It comes before Spring Boot's own listener, which would publish events that create
 * listeners among the beans.
 */
class MigratorRunListener implements SpringApplicationRunListener, Ordered {

	/** The property source of what a command needs. */
	private static final String SETTINGS = "migratorCommand";

	/** The longest time that a migration takes to stop. */
	private static final int MOST_SECONDS = 15;

	private final SpringApplication application;

	private final CountDownLatch ended = new CountDownLatch(1);

	private final String[] arguments;

	private CommandProcess process = new JvmProcess();

	private @Nullable MigratorCommand command;

	private Optional<QuickStart> start = Optional.empty();

	MigratorRunListener(SpringApplication application, String[] args) {
		this.application = application;
		this.arguments = args;
	}

	@Override
	public void starting(ConfigurableBootstrapContext bootstrapContext) {
		CommandProcess given = bootstrapContext.getOrElse(CommandProcess.class, null);
		if (given != null) {
			this.process = given;
		}
		this.command = MigratorCommand.of(this.process, this.arguments);
		if (this.command == null) {
			return;
		}
		OptionalInt answered = this.command.answerWithoutApplication();
		if (answered.isPresent()) {
			this.process.exit(answered.getAsInt());
		}
		// Only results go to standard output. Everything else that is printed there,
		// above all the log, goes to
		// standard error.
		System.setOut(System.err);
		this.application.setWebApplicationType(WebApplicationType.NONE);
		this.application.setBannerMode(Banner.Mode.OFF);
		this.application.setLogStartupInfo(false);
		// Spring's own hook would close the pool while a migration is being stopped.
		this.application.setRegisterShutdownHook(false);
		Runtime.getRuntime().addShutdownHook(new Thread(this::awaitEnd, "migrator-command"));
		// Options of the command are not properties of the application.
		this.application.setAddCommandLineProperties(false);
		this.application.setApplicationContextFactory((type) -> new CommandApplicationContext());
	}

	@Override
	public void environmentPrepared(ConfigurableBootstrapContext bootstrapContext,
			ConfigurableEnvironment environment) {
		if (this.command == null) {
			return;
		}
		environment.getPropertySources()
			.addFirst(new SimpleCommandLinePropertySource(this.command.applicationArguments()));
		environment.getPropertySources().addFirst(new MapPropertySource(SETTINGS, settings(this.command)));
	}

	private static Map<String, Object> settings(MigratorCommand command) {
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("spring.main.web-application-type", "none");
		settings.put("spring.main.banner-mode", "off");
		settings.put("spring.main.log-startup-info", "false");
		settings.put("spring.main.register-shutdown-hook", "false");
		// A bean that a command needs may wait for the initializer.
		settings.put("migrator.startup", "none");
		settings.put("logging.pattern.console", command.migrator().map(MigratorRunListener::named).orElse("%m") + "%n");
		settings.put("logging.level.root", "error");
		settings.put("logging.level.dev.migrator", command.quiet() ? "warn" : "info");
		settings.put("logging.level.dev.migrator.result", "warn");
		// The command itself reports why the context cannot be refreshed, and why a model
		// cannot be read.
		settings.put("logging.level." + CommandApplicationContext.class.getName(), "off");
		settings.put("logging.level.org.springframework.orm.jpa", "off");
		return settings;
	}

	/**
	 * Names the migrator in the pattern of the log. With another log than Logback the
	 * commands in its lines are not changed, because its pattern is written in another
	 * way.
	 */
	private static String named(String migrator) {
		LoggingSystem system = LoggingSystem.get(MigratorRunListener.class.getClassLoader());
		boolean logback = system.getClass().getSimpleName().equals("LogbackLoggingSystem");
		return migrator + ": " + (logback ? AdvisedCommands.inLogback(migrator) : "%m");
	}

	/**
	 * Keeps a process that is told to end alive until the command has reported its
	 * progress, and the beans are closed.
	 */
	private void awaitEnd() {
		try {
			if (this.command != null && !this.command.asking()) {
				this.ended.await(MOST_SECONDS, TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Runs a command that needs nothing but the migrator, if another command before it
	 * found out that it may.
	 */
	@Override
	public void contextPrepared(ConfigurableApplicationContext context) {
		if (this.command == null) {
			return;
		}
		this.start = QuickStart.of(this.application, context, SETTINGS);
		PlainBeans plain = this.command.onlyMigrator()
			.flatMap((only) -> this.start.flatMap((start) -> start.beans(only)))
			.orElse(null);
		if (plain == null) {
			return;
		}
		int exitCode;
		try (plain) {
			exitCode = this.command.run(plain);
		}
		end(exitCode);
	}

	@Override
	public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
		if (this.command == null) {
			return;
		}
		int exitCode;
		try (context) {
			CommandBeans beans = new CommandBeans(this.application, context);
			exitCode = this.command.run(beans);
			this.start.ifPresent((start) -> start.record(beans, MigratorCustomizer.class));
		}
		end(exitCode);
	}

	@Override
	public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
		if (this.command == null) {
			return;
		}
		end(this.command.failed(exception, new CommandBeans(this.application, context)));
	}

	private void end(int exitCode) {
		this.ended.countDown();
		this.process.exit(exitCode);
	}

	@Override
	public int getOrder() {
		return -10;
	}

}
