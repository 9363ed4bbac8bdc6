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

	private final boolean aside;

	/**
	 * Opens a log.
	 * @param name its name: {@code dev.migrator}, or one below
	 */
	public LineLog(String name) {
		this(name, false);
	}

	private LineLog(String name, boolean aside) {
		this.log = LogFactory.getLog(name);
		this.aside = aside;
	}

	/**
	 * Opens a log for what is done on the side, in a scratch database. It is told only to
	 * who wants details.
	 * @param name its name
	 * @return a log in which {@link #info} is as {@link #debug(String)}
	 */
	public static LineLog aside(String name) {
		return new LineLog(name, true);
	}

	/**
	 * Logs what is done.
	 * @param line the line
	 */
	public void info(String line) {
		if (this.aside) {
			debug(line);
		}
		else {
			this.log.info(Printable.line(line));
		}
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
