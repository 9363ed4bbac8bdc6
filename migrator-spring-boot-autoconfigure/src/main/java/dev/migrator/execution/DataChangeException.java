package dev.migrator.execution;

/**
 * Carries what a data change threw to where it is reported.
 */
final class DataChangeException extends RuntimeException {

	DataChangeException(Exception cause) {
		super(cause);
	}

	static void run(ThrowingRunnable change) {
		try {
			change.run();
		}
		catch (Exception ex) {
			throw new DataChangeException(ex);
		}
	}

	interface ThrowingRunnable {

		void run() throws Exception;

	}

}
