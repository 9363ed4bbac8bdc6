package dev.migrator.internal.execution.seed;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.internal.dialect.inspection.Refusal;
import dev.migrator.internal.dialect.inspection.ScriptInspection;
import dev.migrator.internal.execution.statement.LargestStatement;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.internal.script.SeedScript;
import dev.migrator.internal.script.text.ScriptProblem;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;

/**
 * Collects from seed scripts what cannot be run as it is written, by the rules for
 * revisions in a transaction, and refuses it together.
 */
final class SeedCheck {

	private static final String IN_TRANSACTION = "a seed script runs in a transaction, so do this in a revision";

	private SeedCheck() {
	}

	static void of(List<SeedScript> scripts) {
		List<ScriptProblem> problems = new ArrayList<>();
		for (SeedScript script : scripts) {
			ScriptInspection inspection = ScriptInspection.inTransaction();
			for (Operation operation : script.body().operations()) {
				if (operation instanceof ExecuteSql sql) {
					inspect(inspection, sql, script.body())
						.forEach((refusal) -> problems.add(problem(script, refusal)));
				}
			}
		}
		if (!problems.isEmpty()) {
			throw PlanRefusedException.seedsNotAsWritten(problems);
		}
	}

	private static List<Refusal> inspect(ScriptInspection inspection, ExecuteSql sql, ScriptBody body) {
		try (Reader reader = sql.source().open()) {
			return inspection.inspect(reader, 1);
		}
		catch (OutOfMemoryError ex) {
			return List.of(LargestStatement.refusal(body));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ScriptProblem problem(SeedScript script, Refusal refusal) {
		return new ScriptProblem(script.location(), refusal.line(), refusal.what(),
				refusal.remedy().isEmpty() ? IN_TRANSACTION : refusal.remedy());
	}

}
