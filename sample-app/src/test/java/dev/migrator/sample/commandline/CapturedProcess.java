package dev.migrator.sample.commandline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.migrator.internal.cli.application.CommandProcess;
import dev.migrator.sample.WorkoutBuddyApplication;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The JVM of the tests as the process of one command: the application is started with its
 * arguments, what it writes is kept, and its end is not that of the JVM. What a process
 * would take with it when it ends is put back.
 */
final class CapturedProcess implements CommandProcess {

	private final InputStream in;

	private final boolean terminal;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private @Nullable Command command;

	private CapturedProcess(String typed, boolean terminal) {
		this.in = new ByteArrayInputStream(typed.getBytes(Charset.defaultCharset()));
		this.terminal = terminal;
	}

	/** As where nobody sits there. */
	static CapturedProcess withoutTerminal() {
		return new CapturedProcess("", false);
	}

	/**
	 * As on a terminal.
	 * @param typed what is typed when something is asked
	 */
	static CapturedProcess onTerminal(String typed) {
		return new CapturedProcess(typed, true);
	}

	Command run(String... arguments) {
		Properties properties = (Properties) System.getProperties().clone();
		PrintStream systemOut = System.out;
		PrintStream systemErr = System.err;
		System.setOut(new PrintStream(this.out, true));
		System.setErr(new PrintStream(this.err, true));
		try {
			SpringApplication application = new SpringApplication(WorkoutBuddyApplication.class);
			application.addBootstrapRegistryInitializer(
					(registry) -> registry.register(CommandProcess.class, InstanceSupplier.of(this)));
			application.run(arguments);
		}
		catch (RuntimeException ex) {
			// Of an application that did not start this is the failure, which it has
			// already written about.
			if (this.command == null) {
				throw ex;
			}
		}
		finally {
			System.setOut(systemOut);
			System.setErr(systemErr);
			System.setProperties(properties);
			resetLogging();
		}
		if (this.command == null) {
			throw new AssertionError("The application started, and ran no command");
		}
		return this.command;
	}

	@Override
	public InputStream in() {
		return this.in;
	}

	@Override
	public OutputStream out() {
		return this.out;
	}

	@Override
	public OutputStream err() {
		return this.err;
	}

	@Override
	public boolean terminal() {
		return this.terminal;
	}

	@Override
	public boolean interactive() {
		return this.terminal;
	}

	@Override
	public void exit(int exitCode) {
		this.command = new Command(exitCode, this.out.toString(StandardCharsets.UTF_8),
				this.err.toString(Charset.defaultCharset()));
		throw new SpringApplication.AbandonedRunException();
	}

	private static void resetLogging() {
		LoggingSystem.get(CapturedProcess.class.getClassLoader()).cleanUp();
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		context.reset();
		try {
			new ContextInitializer(context).autoConfig();
		}
		catch (JoranException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
