package dev.migrator.internal.execution.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.execution.statement.ScriptCheck;
import dev.migrator.internal.execution.statement.UnnamedBuilds;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Revision;
import dev.migrator.revision.Step;
import dev.migrator.schema.TextRule;

/**
 * Refuses a plan before any part of it has run.
 */
public final class PlanCheck {

	private PlanCheck() {
	}

	/**
	 * Checks a plan.
	 * @param lastEntries the history entries of the revisions, if they are known
	 */
	public static void of(Plan plan, RevisionScripts scripts, ExecutionSettings settings,
			Map<String, LastEntry> lastEntries) {
		ScriptCheck check = new ScriptCheck(settings.transaction());
		for (Step step : plan.steps()) {
			Revision revision = step.revision();
			if (revision == null) {
				continue;
			}
			Script script = scripts.script(revision);
			if (settings.transaction() == TransactionMode.SINGLE && !script.transactional()) {
				throw PlanRefusedException.notInOneTransaction(revision);
			}
			check.add(script, step.direction());
			check.add(UnnamedBuilds.in(script, step.direction(), lastEntries.get(revision.id())));
		}
		check.throwIfRefused();
	}

	/**
	 * Makes sure that the ids fit. Alembic may have made the version table, with a column
	 * of 32 characters.
	 */
	static void idsFit(Run run, List<Step> steps) {
		List<String> longest = steps.stream()
			.flatMap((step) -> step.addedRows().stream())
			.sorted(Comparator.comparingInt(TextRule::characters).reversed())
			.toList();
		if (longest.isEmpty()) {
			return;
		}
		OptionalInt width = run.versionWidth();
		if (width.isPresent() && width.getAsInt() < TextRule.characters(longest.get(0))) {
			throw PlanRefusedException.idTooLong(longest.get(0), run.tables(), width.getAsInt());
		}
	}

}
