package dev.migrator.autoconfigure.properties;

import java.time.Duration;

/**
 * Configuration properties of locks: the one that lets a single migrator write, and those
 * of the server.
 */
public class LockProperties {

	/**
	 * How long to wait for another migrator, at most.
	 */
	private Duration wait = Duration.ofMinutes(5);

	/**
	 * How long a statement may wait for a lock of the server (lock_timeout), and so the
	 * longest that others wait behind it at a try; zero for ever. Does not apply to
	 * statements that run CONCURRENTLY.
	 */
	private Duration timeout = Duration.ofSeconds(1);

	/**
	 * How often a revision that did not get its lock, or met a deadlock or a
	 * serialization failure, is rolled back and tried again.
	 */
	private int retries = 20;

	/**
	 * How long a statement that runs CONCURRENTLY may wait for others; zero for ever.
	 */
	private Duration concurrentWait = Duration.ofSeconds(0);

	public Duration getWait() {
		return this.wait;
	}

	public void setWait(Duration wait) {
		this.wait = wait;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	public int getRetries() {
		return this.retries;
	}

	public void setRetries(int retries) {
		this.retries = retries;
	}

	public Duration getConcurrentWait() {
		return this.concurrentWait;
	}

	public void setConcurrentWait(Duration concurrentWait) {
		this.concurrentWait = concurrentWait;
	}

}
