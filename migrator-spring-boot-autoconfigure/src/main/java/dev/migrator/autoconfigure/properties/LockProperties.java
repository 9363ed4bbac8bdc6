package dev.migrator.autoconfigure.properties;

import java.time.Duration;

/**
 * Configuration properties of locks: the migration lock, which lets only one migrator
 * write, and the locks of the server.
 */
public class LockProperties {

	/**
	 * Longest time to wait for another migrator.
	 */
	private Duration wait = Duration.ofMinutes(5);

	/**
	 * Longest time that a statement may wait for a lock of the server (lock_timeout), and
	 * so the longest time that others wait behind it at each try; zero for no limit. Does
	 * not apply to statements with CONCURRENTLY.
	 */
	private Duration timeout = Duration.ofSeconds(1);

	/**
	 * Number of times that a revision is rolled back and tried again, if it did not get
	 * its lock, or met a deadlock or a serialization failure.
	 */
	private int retries = 20;

	/**
	 * Longest time that a statement with CONCURRENTLY may wait for others; zero for no
	 * limit.
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
