package dev.migrator.script;

import dev.migrator.operation.Operation;

/**
 * Takes operations and keeps them in order.
 */
@FunctionalInterface
public interface Recorder {

	/**
	 * Records an operation: one of a kind of your own, a
	 * {@link dev.migrator.operation.CustomOperation}. All other directives end here too.
	 * @param operation the operation
	 */
	void invoke(Operation operation);

}
