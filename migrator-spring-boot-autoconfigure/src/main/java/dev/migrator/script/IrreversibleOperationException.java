package dev.migrator.script;

import dev.migrator.operation.Directive;
import dev.migrator.operation.Operation;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when the reverse of an operation is asked for that has none.
 */
public class IrreversibleOperationException extends MigratorException {

	private final transient Operation operation;

	IrreversibleOperationException(Operation operation) {
		super("The operation \"" + operation.describe() + "\" has no reverse.",
				hint(operation) + "Write the downgrade of this revision by hand: override downgrade(Operations).");
		this.operation = operation;
	}

	/**
	 * What could be said in the directive instead.
	 */
	String hint() {
		return hint(this.operation);
	}

	private static String hint(Operation operation) {
		String known = (operation instanceof Directive directive) ? directive.toBeReversible()
				: "what undoes it, behind what it does";
		return known.isEmpty() ? "" : "Say in the directive " + known + ". Or: ";
	}

	/**
	 * The operation without a reverse.
	 * @return the operation
	 */
	public Operation operation() {
		return this.operation;
	}

}
