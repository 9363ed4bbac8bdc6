package dev.migrator.internal.execution.failure;

/**
 * Carries the exception of a data change to the place where it is reported.
 */
public final class DataChangeException extends RuntimeException {

	DataChangeException(Exception cause) {
		super(cause);
	}

	public static void run(ThrowingRunnable change) {
		try {
			change.run();
		}
		catch (Exception ex) {
			throw new DataChangeException(ex);
		}
	}

	public interface ThrowingRunnable {

		void run() throws Exception;

	}

}
