package dev.migrator.script;

/**
 * The lambda of a directive, while it runs.
 */
final class Scope {

	private volatile boolean closed;

	void close() {
		this.closed = true;
	}

	void check() {
		if (this.closed) {
			throw new IllegalStateException("The definition of a directive was used after its lambda had returned, "
					+ "and what is said then is lost. Say all of it inside the lambda.");
		}
	}

}
