package dev.migrator.internal.execution.print;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.internal.dialect.connection.SqlPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.inspection.BlockLanguage;
import dev.migrator.internal.dialect.inspection.ScriptInspection;
import dev.migrator.internal.dialect.lexer.PsqlVariables;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.execution.run.Run;
import dev.migrator.internal.execution.statement.RevisionStatement;
import dev.migrator.internal.execution.statement.RevisionStatements;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.internal.script.text.ScriptProblem;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Revision;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what can be run but not printed, before anything is printed, and finds the
 * variables that psql must not have.
 */
final class PrintCheck {

	private final Set<String> variables = new TreeSet<>();

	private final List<ScriptProblem> problems = new ArrayList<>();

	private final List<String> liveData = new ArrayList<>();

	private List<String> commands = List.of();

	static PrintCheck of(Plan plan, RevisionScripts scripts) {
		PrintCheck check = new PrintCheck();
		List<String> rows = plan.from();
		Step last = null;
		for (Step step : plan.steps()) {
			if (step.revision() != null) {
				int before = check.liveData.size();
				check.add(scripts.script(step.revision()), step.direction());
				if (before == 0 && check.liveData.size() > 0) {
					check.commands = commands(plan, last, rows, step);
				}
			}
			rows = Run.after(rows, step);
			last = step;
		}
		if (!check.liveData.isEmpty()) {
			throw PlanRefusedException.needsLiveData(check.liveData, check.commands);
		}
		if (!check.problems.isEmpty()) {
			throw PlanRefusedException.notPrintable(check.problems);
		}
		return check;
	}

	private static List<String> commands(Plan plan, @Nullable Step last, List<String> rows, Step step) {
		String command = "migrator " + plan.direction().command() + " ";
		List<String> after = Run.after(rows, step);
		List<String> commands = new ArrayList<>();
		if (last != null) {
			commands.add(command + names(plan.from()) + ":" + end(last) + " --sql");
		}
		commands.add(command + end(step));
		if (!after.equals(plan.to())) {
			String to = (plan.to().size() > 1) ? "<target>" : names(plan.to());
			commands.add(command + names(after) + ":" + to + " --sql");
		}
		return commands;
	}

	/**
	 * Returns the target that makes a step the last one, if its branch does not fork.
	 */
	private static String end(Step step) {
		Revision revision = Objects.requireNonNull(step.revision());
		return (step.direction() == Direction.UPGRADE) ? revision.id() : revision.id() + "-1";
	}

	private static String names(List<String> rows) {
		return rows.isEmpty() ? "base" : String.join(",", rows);
	}

	/**
	 * Returns the names that psql reads as variables, if it has a variable of that name.
	 */
	Set<String> variables() {
		return this.variables;
	}

	private void add(Script script, Direction direction) {
		ScriptBody body = script.body(direction);
		for (Operation operation : body.operations()) {
			if (operation instanceof DataMigration data) {
				this.liveData.add("%s (%s): %s".formatted(script.revision().id(), script.name(), data.why()));
			}
			else if (operation instanceof ExecuteSql sql) {
				read(script, sql, body.firstLine());
			}
		}
		if (!script.transactional()) {
			findOpenTransaction(script, body);
		}
	}

	private void read(Script script, ExecuteSql sql, int firstLine) {
		try (Reader reader = sql.source().open()) {
			SqlPieces pieces = new SqlPieces(reader);
			for (SqlPiece piece = pieces.next(); piece != null; piece = pieces.next()) {
				if (piece instanceof StatementGroup group) {
					findLostLanguage(script, group, firstLine);
				}
				for (PsqlVariables.Use use : PsqlVariables.in(piece.text(), piece.line() + firstLine - 1)) {
					if (use.canBeUnset()) {
						this.variables.add(use.name());
					}
					else {
						this.problems.add(new ScriptProblem(script.location(), use.line(),
								"psql would put the value of its variable %1$s in the place of :%1$s"
									.formatted(use.name()),
								"write a blank after the colon"));
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void findLostLanguage(Script script, StatementGroup group, int firstLine) {
		for (SqlStatement statement : BlockLanguage.droppedBy(group)) {
			this.problems.add(new ScriptProblem(script.location(), statement.line() + firstLine - 1,
					"it drops plpgsql, in which the printed script is written", "remove it"));
		}
	}

	private void findOpenTransaction(Script script, ScriptBody body) {
		boolean open = false;
		try (RevisionStatements statements = new RevisionStatements(body, 0)) {
			while (statements.hasNext()) {
				RevisionStatement statement = statements.next();
				open = statement.data().isEmpty() && ScriptInspection.inTransactionAfter(statement.text(), open);
			}
		}
		if (open) {
			this.problems.add(new ScriptProblem(script.location(), 0, "it leaves a transaction open that it began",
					"commit it in the script"));
		}
	}

}
