package dev.migrator.internal.cli.application;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The process of a command: its streams, and its end. A test that runs commands without a
 * process for each registers one of its own in the application's bootstrap registry;
 * otherwise it is the process of the JVM.
 */
public interface CommandProcess {

	/**
	 * Opens the stream from which answers are read.
	 * @return standard input
	 */
	InputStream in();

	/**
	 * Opens the stream to which results are written.
	 * @return standard output
	 */
	OutputStream out();

	/**
	 * Opens the stream for everything else.
	 * @return standard error
	 */
	OutputStream err();

	/**
	 * Returns whether results are shown to a person.
	 * @return whether standard output is a terminal
	 */
	boolean terminal();

	/**
	 * Returns whether a person sees questions and can answer them.
	 * @return whether standard input and standard error are terminals
	 */
	boolean interactive();

	/**
	 * Ends the process. Does not return: if the JVM continues, it throws
	 * {@link org.springframework.boot.SpringApplication.AbandonedRunException}.
	 * @param exitCode the exit code
	 */
	void exit(int exitCode);

}
