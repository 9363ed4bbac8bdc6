package dev.migrator.internal.execution.print;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.session.SavedSession;
import dev.migrator.internal.dialect.session.SessionLimits;
import dev.migrator.internal.dialect.session.SessionResources;
import dev.migrator.internal.dialect.session.SessionSql;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.PrintedFrame;
import dev.migrator.internal.execution.run.PlanCheck;
import dev.migrator.internal.execution.run.RevisionInTransaction;
import dev.migrator.internal.execution.run.Run;
import dev.migrator.internal.execution.run.StampStatements;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.statement.LargestStatement;
import dev.migrator.internal.execution.statement.RevisionSummary;
import dev.migrator.internal.execution.words.ScriptTitle;
import dev.migrator.internal.execution.words.StepDescription;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Revision;
import dev.migrator.revision.Step;
import dev.migrator.schema.TextRule;

/**
 * Prints a plan as a script for psql that does the same as a run of the plan, from the
 * same statements. Needs no database. Refuses what can be refused before it prints
 * anything.
 */
public final class PlanPrinter {

	private final RevisionScripts scripts;

	private final MigratorTables tables;

	private final ExecutionSettings settings;

	private final PrintedFrame frame;

	private final SessionSql session = new SavedSession();

	private final SessionLimits limits;

	/**
	 * Creates a printer.
	 * @param scripts the scripts
	 * @param tables the names of the version table and the history table
	 * @param settings the settings with which the script is to run
	 */
	public PlanPrinter(RevisionScripts scripts, MigratorTables tables, ExecutionSettings settings) {
		this.scripts = scripts;
		this.tables = tables;
		this.settings = settings;
		this.frame = new PrintedFrame(tables);
		this.limits = settings.limits();
	}

	/**
	 * Prints a plan.
	 * @param plan the plan
	 * @param destination the output
	 * @throws PlanRefusedException if something in it cannot be printed or run
	 */
	public void print(Plan plan, Appendable destination) {
		PlanCheck.of(plan, this.scripts, this.settings, Map.of());
		PrintCheck check = PrintCheck.of(plan, this.scripts);
		PsqlScript out = new PsqlScript(destination);
		header(out, plan);
		out.begin(PrintedFrame.psql(check.variables()));
		out.own(PrintedFrame.session(this.settings.timeZone(), this.limits.session()));
		out.own(this.frame.lock());
		out.own(this.frame.guard(plan.from(), longestId(plan), revisions(plan)));
		if (!plan.isEmpty()) {
			boolean single = this.settings.transaction() == TransactionMode.SINGLE;
			out.own(this.frame.completeHistory(this.limits.local()));
			out.own(single ? TransactionSql.BEGIN : "");
			out.own(this.frame.createTables());
			List<String> rows = plan.from();
			int number = 0;
			for (Step step : plan.steps()) {
				out.blankLine();
				out.progress(StepDescription.running(step, ++number, plan.steps().size()));
				print(out, step, rows);
				rows = Run.after(rows, step);
			}
			out.own(single ? TransactionSql.COMMIT : "");
		}
		out.blankLine();
		out.own(this.frame.unlock());
		out.end();
	}

	/**
	 * Prints statements that create the version table and the history table if they are
	 * missing.
	 * @param destination the output
	 */
	public void printTables(Appendable destination) {
		PsqlScript out = new PsqlScript(destination);
		out.comment("Creates " + this.tables.version() + " and " + this.tables.history()
				+ ", if they are missing, and completes what an older version of the migrator made.");
		out.begin(PrintedFrame.psql(List.of()));
		out.own(PrintedFrame.session(this.settings.timeZone(), this.limits.session()));
		out.own(this.frame.lock());
		out.own(this.frame.completeHistory(this.limits.local()));
		out.own(this.frame.createTables());
		out.own(this.frame.unlock());
		out.end();
	}

	private void header(PsqlScript out, Plan plan) {
		int count = plan.steps().size();
		String what = plan.isEmpty() ? "Nothing to " + plan.direction().command()
				: (plan.direction() == Direction.STAMP) ? "Stamp"
						: "%s of %s %s".formatted((plan.direction() == Direction.UPGRADE) ? "Upgrade" : "Downgrade",
								count, (count == 1) ? "revision" : "revisions");
		out.comment("%s, from %s to %s.".formatted(what, names(plan.from()), names(plan.to())));
		out.comment("To be run with: psql -X -v ON_ERROR_STOP=1 -f <this file>");
		out.comment("Stops before it changes anything if the database is not at %s, and at the first error."
			.formatted(names(plan.from())));
		out.blankLine();
	}

	private static String names(List<String> rows) {
		return rows.isEmpty() ? "<base>" : String.join(", ", rows);
	}

	private static List<String> revisions(Plan plan) {
		return plan.steps().stream().map(Step::revision).filter(Objects::nonNull).map(Revision::id).toList();
	}

	private static String longestId(Plan plan) {
		return plan.steps()
			.stream()
			.flatMap((step) -> step.addedRows().stream())
			.max(Comparator.comparingInt(TextRule::characters))
			.orElse("");
	}

	private void print(PsqlScript out, Step step, List<String> rows) {
		Revision revision = step.revision();
		if (revision == null) {
			stamp(out, step, rows);
			return;
		}
		Script script = this.scripts.script(revision);
		ScriptBody body = script.body(step.direction());
		try {
			print(out, step, script, body);
		}
		catch (OutOfMemoryError ex) {
			throw LargestStatement.failed(ScriptTitle.of(script), body, "It cannot be printed like this.", ex);
		}
	}

	private void print(PsqlScript out, Step step, Script script, ScriptBody body) {
		RevisionSummary summary = RevisionSummary.of(body);
		RevisionInTransaction printed = new RevisionInTransaction(script, body, summary, this.tables, this.session,
				this.settings);
		out.own(SavedSession.save(summary.settings()));
		if (script.transactional()) {
			printed.write(out, step, begin(out));
		}
		else {
			new PrintedWithoutTransaction(out, printed, this.limits).print(step);
		}
		out.own(summary.leavesResources() ? SessionResources.clearAll(this.frame.key()) : "");
	}

	/**
	 * Begins the transaction of a revision, and returns SQL for its time. With one
	 * transaction for the whole run, the session stores that time.
	 */
	private String begin(PsqlScript out) {
		if (this.settings.transaction() != TransactionMode.SINGLE) {
			out.own(TransactionSql.BEGIN + this.limits.local());
			return TransactionSql.ITS_BEGIN;
		}
		out.own(this.limits.local());
		out.own(PrintedFrame.rememberNow());
		return PrintedFrame.remembered();
	}

	/**
	 * The history is not known here: it may have everything that is applied at the start
	 * of the script.
	 */
	private void stamp(PsqlScript out, Step step, List<String> rows) {
		List<String> after = Run.after(rows, step);
		Set<String> undone = new TreeSet<>(this.scripts.graph().applied(rows));
		undone.removeAll(this.scripts.graph().applied(after));
		String sql = new StampStatements(this.tables, this.scripts, this.settings).of(step, after, undone,
				step.stamped());
		boolean single = this.settings.transaction() == TransactionMode.SINGLE;
		out.own(single ? sql : TransactionSql.BEGIN + "\n" + sql + TransactionSql.COMMIT);
	}

}
