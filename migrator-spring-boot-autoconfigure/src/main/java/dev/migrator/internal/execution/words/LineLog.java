package dev.migrator.internal.execution.words;

import dev.migrator.internal.problem.Printable;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A log of the migrator. What it says is one line, whatever names and messages are in it.
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
	 * Says what is done.
	 * @param line the line
	 */
	public void info(String line) {
		this.log.info(Printable.line(line));
	}

	/**
	 * Says what somebody should look at.
	 * @param line the line
	 */
	public void warn(String line) {
		this.log.warn(Printable.line(line));
	}

	/**
	 * Says what helps to find out why something is not done.
	 * @param line the line
	 */
	public void debug(String line) {
		this.log.debug(Printable.line(line));
	}

	/**
	 * Says what helps to find out why something is not done.
	 * @param line the line
	 * @param reason why
	 */
	public void debug(String line, Throwable reason) {
		this.log.debug(Printable.line(line), reason);
	}

}
