package dev.migrator.script;

import dev.migrator.operation.Operation;

/**
 * Takes operations and keeps them in order.
 */
@FunctionalInterface
public interface Recorder {

	/**
	 * Records an operation. All other directives end here; it is for operations that come
	 * from somewhere else.
	 * @param operation the operation
	 */
	void invoke(Operation operation);

}
