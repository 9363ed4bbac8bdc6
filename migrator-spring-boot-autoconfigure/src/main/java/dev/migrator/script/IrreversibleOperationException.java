package dev.migrator.script;

import dev.migrator.internal.dialect.error.SecretWords;
import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.operation.Directive;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when the reverse of an operation is asked for that has none.
 */
public class IrreversibleOperationException extends MigratorException {

	private final transient Operation operation;

	IrreversibleOperationException(Operation operation) {
		super("The operation \"" + shown(operation) + "\" has no reverse.",
				hint(operation) + "Write the downgrade of this revision by hand: override downgrade(Operations).");
		this.operation = operation;
	}

	/**
	 * The description of SQL is its first line, and the word that a value belongs to may
	 * stand in another.
	 */
	private static String shown(Operation operation) {
		boolean secret = operation instanceof ExecuteSql sql && SecretWords.areIn(sql.source().text());
		return secret ? Secrets.withoutLiterals(operation.describe()) : Secrets.maskStatement(operation.describe());
	}

	/**
	 * How it could be said instead.
	 */
	public String hint() {
		return hint(this.operation);
	}

	private static String hint(Operation operation) {
		String known = (operation instanceof Directive directive) ? directive.toBeReversible()
				: "Say what undoes it, behind what it does";
		return known.isEmpty() ? "" : known + ". Or: ";
	}

	/**
	 * The operation without a reverse.
	 * @return the operation
	 */
	public Operation operation() {
		return this.operation;
	}

}
