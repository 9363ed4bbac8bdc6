package dev.migrator.autoconfigure;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.migrator.internal.cli.application.CommandProcess;
import dev.migrator.testing.ProcessInMemory;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.logging.LoggingSystem;

/**
 * A command of an application in the JVM of the tests: its end is not that of the JVM.
 */
final class CommandRun {

	private final ProcessInMemory process = ProcessInMemory.withOneStream();

	private CommandRun() {
	}

	/**
	 * Runs a command to its end.
	 * @param application the application
	 * @param arguments what it is started with
	 * @return the command, which has ended
	 */
	static CommandRun of(Class<?> application, String... arguments) {
		CommandRun run = new CommandRun();
		Properties properties = (Properties) System.getProperties().clone();
		PrintStream out = System.out;
		PrintStream err = System.err;
		PrintStream kept = new PrintStream(run.process.out(), true, StandardCharsets.UTF_8);
		System.setOut(kept);
		System.setErr(kept);
		try {
			SpringApplication started = new SpringApplication(application);
			started.addBootstrapRegistryInitializer(
					(registry) -> registry.register(CommandProcess.class, InstanceSupplier.of(run.process)));
			started.run(arguments);
		}
		catch (RuntimeException ex) {
			if (run.process.exitCode() == null) {
				throw ex;
			}
		}
		finally {
			System.setOut(out);
			System.setErr(err);
			System.setProperties(properties);
			resetLogging();
		}
		return run;
	}

	/**
	 * Undoes what the application has configured, for the tests that follow.
	 */
	private static void resetLogging() {
		LoggingSystem.get(CommandRun.class.getClassLoader()).cleanUp();
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		context.reset();
		try {
			new ContextInitializer(context).autoConfig();
		}
		catch (JoranException ex) {
			throw new IllegalStateException(ex);
		}
	}

	int exitCode() {
		Integer exitCode = this.process.exitCode();
		if (exitCode == null) {
			throw new AssertionError("The application started, and ran no command");
		}
		return exitCode;
	}

	/**
	 * What it has printed, to either stream.
	 */
	String output() {
		return this.process.printed();
	}

}
