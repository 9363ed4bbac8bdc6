package dev.migrator.execution;

import java.util.Set;

import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Revision;

/**
 * Thrown when a plan cannot be run as it is. Nothing of it has been run.
 */
public class PlanRefusedException extends MigratorException {

	private PlanRefusedException(String description, String action) {
		super(description, action + "\nNothing has been run.");
	}

	static PlanRefusedException notInOneTransaction(Revision revision) {
		return new PlanRefusedException(
				"Revision %s (%s) cannot be in a transaction, and migrator.transaction is single.".formatted(
						revision.id(), revision.source()),
				"Run this upgrade with migrator.transaction=per-revision.");
	}

	static PlanRefusedException notAppliedBelow(Revision revision, Set<String> missing) {
		return new PlanRefusedException(
				"Revision %s (%s) cannot count as applied: what it follows or depends on is not: %s"
					.formatted(revision.id(), revision.source(), String.join(", ", missing)),
				"Apply those first, or stamp the database with the revision: then they count as applied too.");
	}

	static PlanRefusedException appliedAbove(Revision revision, Set<String> above) {
		return new PlanRefusedException(
				"Revision %s (%s) cannot count as not applied: what follows or depends on it is: %s"
					.formatted(revision.id(), revision.source(), String.join(", ", above)),
				"Undo those first.");
	}

	static PlanRefusedException idTooLong(String revision, MigratorTables tables, String width) {
		return new PlanRefusedException(
				"The revision id %s has %d characters, and the column version_num of %s takes %s.".formatted(revision,
						revision.length(), tables.version(), width),
				"Give the revision a shorter id, or widen the column:\n\n    "
						+ "ALTER TABLE %s ALTER COLUMN version_num TYPE varchar(128);\n".formatted(tables.version()));
	}

}
