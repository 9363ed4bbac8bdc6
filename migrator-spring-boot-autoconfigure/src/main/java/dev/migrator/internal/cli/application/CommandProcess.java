package dev.migrator.internal.cli.application;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The process that a command runs in: where it reads and writes, and how it ends. A test
 * that runs commands without a process for each registers one of its own in the
 * application's bootstrap registry; otherwise it is the JVM's.
 */
public interface CommandProcess {

	/**
	 * Opens the stream that answers are read from.
	 * @return standard input
	 */
	InputStream in();

	/**
	 * Opens the stream that results are written to.
	 * @return standard output
	 */
	OutputStream out();

	/**
	 * Opens the stream for everything else.
	 * @return standard error
	 */
	OutputStream err();

	/**
	 * Tells whether results are shown to a person.
	 * @return whether standard output is a terminal
	 */
	boolean terminal();

	/**
	 * Tells whether a person sees questions and can answer them.
	 * @return whether standard input and standard error are terminals
	 */
	boolean interactive();

	/**
	 * Ends the process. Does not return: where the JVM goes on, it throws
	 * {@link org.springframework.boot.SpringApplication.AbandonedRunException}.
	 * @param exitCode what it ends with
	 */
	void exit(int exitCode);

}
