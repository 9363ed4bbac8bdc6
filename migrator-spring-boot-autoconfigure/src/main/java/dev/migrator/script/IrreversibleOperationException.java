package dev.migrator.script;

import dev.migrator.operation.Operation;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when the reverse of an operation is asked for that has none.
 */
public class IrreversibleOperationException extends MigratorException {

	private final transient Operation operation;

	IrreversibleOperationException(Operation operation) {
		super("The operation \"" + operation.describe() + "\" has no reverse.",
				"Write the downgrade of this revision by hand: override downgrade(Operations).");
		this.operation = operation;
	}

	/**
	 * The operation without a reverse.
	 * @return the operation
	 */
	public Operation operation() {
		return this.operation;
	}

}
