package dev.migrator.script;

/**
 * Tracks whether the lambda of a directive is still running.
 */
final class Scope {

	private volatile boolean closed;

	void close() {
		this.closed = true;
	}

	void check() {
		if (this.closed) {
			throw new IllegalStateException("The definition of a directive was used after its lambda had returned, "
					+ "so the call has no effect. Make all calls inside the lambda.");
		}
	}

}
