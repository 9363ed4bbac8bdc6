package dev.migrator.script;

import dev.migrator.internal.dialect.error.SecretWords;
import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.operation.Directive;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when the reverse of an operation is needed, but it has none.
 */
public class IrreversibleOperationException extends MigratorException {

	private final transient Operation operation;

	public IrreversibleOperationException(Operation operation) {
		super("The operation \"" + shown(operation) + "\" has no reverse.",
				hint(operation) + "Write the downgrade of this revision by hand: override downgrade(Operations).");
		this.operation = operation;
	}

	/**
	 * Returns the description with secrets masked. The description of SQL is its first
	 * line, but the keyword before a secret may be on another line.
	 */
	private static String shown(Operation operation) {
		boolean secret = operation instanceof ExecuteSql sql && SecretWords.areIn(sql.source().text());
		return secret ? Secrets.withoutLiterals(operation.describe()) : Secrets.maskStatement(operation.describe());
	}

	/**
	 * Returns the advice for a reversible operation.
	 */
	public String hint() {
		return hint(this.operation);
	}

	private static String hint(Operation operation) {
		String known = (operation instanceof Directive directive) ? directive.toBeReversible()
				: "Give what undoes it as the last argument";
		return known.isEmpty() ? "" : known + ". Or: ";
	}

	/**
	 * Returns the operation without a reverse.
	 * @return the operation
	 */
	public Operation operation() {
		return this.operation;
	}

}
