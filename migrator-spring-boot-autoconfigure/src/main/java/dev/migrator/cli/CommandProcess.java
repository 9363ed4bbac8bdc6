package dev.migrator.cli;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The process that a command runs in: where it reads and writes, and how it ends. A test
 * that runs commands without a process for each registers one of its own in the
 * application's bootstrap registry; otherwise it is the JVM's.
 */
public interface CommandProcess {

	/**
	 * Where answers come from.
	 * @return standard input
	 */
	InputStream in();

	/**
	 * Where results go.
	 * @return standard output
	 */
	OutputStream out();

	/**
	 * Where everything else goes.
	 * @return standard error
	 */
	OutputStream err();

	/**
	 * Whether results are shown to a person.
	 * @return whether standard output is a terminal
	 */
	boolean terminal();

	/**
	 * Whether a person sees questions and can answer them.
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
