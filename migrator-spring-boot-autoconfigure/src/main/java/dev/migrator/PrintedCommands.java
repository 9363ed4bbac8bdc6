package dev.migrator;

import java.util.List;

import dev.migrator.dialect.store.MigratorTables;
import dev.migrator.execution.ExecutionSettings;
import dev.migrator.execution.PlanPrinter;
import dev.migrator.revision.RangePlanner;
import dev.migrator.script.RevisionScripts;

/**
 * The commands that are printed for somebody else to run.
 */
final class PrintedCommands {

	private final PlanPrinter printer;

	private final RangePlanner planner;

	PrintedCommands(RevisionScripts scripts, MigratorTables tables, ExecutionSettings settings) {
		this.printer = new PlanPrinter(scripts, tables, settings);
		this.planner = new RangePlanner(scripts.graph());
	}

	void upgrade(String range, Appendable out) {
		this.printer.print(this.planner.upgrade(range), out);
	}

	void downgrade(String range, Appendable out) {
		this.printer.print(this.planner.downgrade(range), out);
	}

	void stamp(List<String> targets, Appendable out) {
		this.printer.print(this.planner.stamp(targets), out);
	}

	void ensureVersion(Appendable out) {
		this.printer.printTables(out);
	}

}
