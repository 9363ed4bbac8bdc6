package dev.migrator.internal.command;

import java.util.List;

import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.execution.print.PlanPrinter;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.revision.RangePlanner;

/**
 * Prints the plans of commands as scripts, for somebody else to run.
 */
public final class PrintedCommands {

	private final PlanPrinter printer;

	private final RangePlanner planner;

	public PrintedCommands(RevisionScripts scripts, MigratorTables tables, ExecutionSettings settings) {
		this.printer = new PlanPrinter(scripts, tables, settings);
		this.planner = new RangePlanner(scripts.graph());
	}

	public void upgrade(String range, Appendable out) {
		this.printer.print(this.planner.upgrade(range), out);
	}

	public void downgrade(String range, Appendable out) {
		this.printer.print(this.planner.downgrade(range), out);
	}

	public void stamp(List<String> targets, Appendable out) {
		this.printer.print(this.planner.stamp(targets), out);
	}

	public void ensureVersion(Appendable out) {
		this.printer.printTables(out);
	}

}
