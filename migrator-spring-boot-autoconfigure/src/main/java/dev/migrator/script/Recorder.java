package dev.migrator.script;

import dev.migrator.operation.Operation;

/**
 * Records operations in their order.
 */
@FunctionalInterface
public interface Recorder {

	/**
	 * Records an operation. Users call it with their own
	 * {@link dev.migrator.operation.CustomOperation}. All other directives call it too.
	 * @param operation the operation
	 */
	void invoke(Operation operation);

}
