package dev.migrator.internal.execution.words;

import dev.migrator.internal.problem.Printable;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A log of the migrator. Each entry is one line, even if names and messages in it have
 * line ends.
 */
public final class LineLog {

	private final Log log;

	/**
	 * Opens a log.
	 * @param name its name: {@code dev.migrator}, or one below
	 */
	public LineLog(String name) {
		this.log = LogFactory.getLog(name);
	}

	/**
	 * Logs what is done.
	 * @param line the line
	 */
	public void info(String line) {
		this.log.info(Printable.line(line));
	}

	/**
	 * Logs what a person should look at.
	 * @param line the line
	 */
	public void warn(String line) {
		this.log.warn(Printable.line(line));
	}

	/**
	 * Logs what helps to find out why something is not done.
	 * @param line the line
	 */
	public void debug(String line) {
		this.log.debug(Printable.line(line));
	}

	/**
	 * Logs what helps to find out why something is not done.
	 * @param line the line
	 * @param reason the reason
	 */
	public void debug(String line, Throwable reason) {
		this.log.debug(Printable.line(line), reason);
	}

}
