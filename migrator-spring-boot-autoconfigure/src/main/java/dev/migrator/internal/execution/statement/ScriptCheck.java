package dev.migrator.internal.execution.statement;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.inspection.Refusal;
import dev.migrator.internal.dialect.inspection.ScriptInspection;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.internal.script.IrreversibleRevisionException;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.internal.script.text.ScriptProblem;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Direction;

/**
 * Collects from all scripts of a plan what cannot be run as it is written, and refuses it
 * together.
 */
public final class ScriptCheck {

	private final TransactionMode mode;

	private final List<ScriptProblem> problems = new ArrayList<>();

	private ScriptInspection transaction;

	public ScriptCheck(TransactionMode mode) {
		this.mode = mode;
		this.transaction = ScriptInspection.inTransaction();
	}

	/**
	 * Checks both directions of one script.
	 * @param script the script
	 * @param mode the part of a run that is one transaction
	 * @return the problems
	 * @throws dev.migrator.internal.script.JavaRevisionException if the Java class cannot
	 * be created, or fails
	 */
	public static List<ScriptProblem> of(Script script, TransactionMode mode) {
		ScriptCheck upgrade = new ScriptCheck(mode);
		upgrade.add(script, Direction.UPGRADE);
		ScriptCheck downgrade = new ScriptCheck(mode);
		try {
			downgrade.add(script, Direction.DOWNGRADE);
		}
		catch (IrreversibleRevisionException ex) {
			// A revision may be irreversible.
		}
		return Stream.concat(upgrade.problems.stream(), downgrade.problems.stream()).toList();
	}

	/**
	 * Checks the next script of the plan.
	 * @throws dev.migrator.internal.script.IrreversibleRevisionException if it is a
	 * downgrade and there is none
	 * @throws dev.migrator.internal.script.JavaRevisionException if the Java class cannot
	 * be created
	 */
	public void add(Script script, Direction direction) {
		ScriptBody body = script.body(direction);
		ScriptInspection inspection = inspection(script);
		int index = 0;
		for (Operation operation : body.operations()) {
			index++;
			if (operation instanceof ExecuteSql sql) {
				add(script, body, index, inspect(inspection, sql, body));
			}
		}
	}

	/**
	 * Adds the problems that another check has found.
	 */
	public void add(List<ScriptProblem> found) {
		this.problems.addAll(found);
	}

	private ScriptInspection inspection(Script script) {
		if (!script.transactional()) {
			return ScriptInspection.withoutTransaction();
		}
		if (this.mode == TransactionMode.PER_REVISION) {
			this.transaction = ScriptInspection.inTransaction();
		}
		return this.transaction;
	}

	private static List<Refusal> inspect(ScriptInspection inspection, ExecuteSql sql, ScriptBody body) {
		try (Reader reader = sql.source().open()) {
			return inspection.inspect(reader, body.firstLine());
		}
		catch (UnreadableSqlException ex) {
			return List.of(new Refusal(ex.line(), ex.problem(), ex.remedy(), false));
		}
		catch (OutOfMemoryError ex) {
			return List.of(LargestStatement.refusal(body));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void add(Script script, ScriptBody body, int operation, List<Refusal> refusals) {
		boolean several = body.operations().size() > 1;
		for (Refusal refusal : refusals) {
			String what = several ? "in operation %s: %s".formatted(operation, refusal.what()) : refusal.what();
			this.problems.add(new ScriptProblem(script.location(), refusal.line(), what, remedy(script, refusal)));
		}
	}

	private static String remedy(Script script, Refusal refusal) {
		if (!refusal.fineOutsideTransaction()) {
			return refusal.remedy();
		}
		return (refusal.remedy().isEmpty() ? "" : refusal.remedy() + ", or ") + WithoutTransaction.header(script);
	}

	List<ScriptProblem> problems() {
		return this.problems;
	}

	public void throwIfRefused() {
		if (!this.problems.isEmpty()) {
			throw PlanRefusedException.notAsWritten(this.problems);
		}
	}

}
