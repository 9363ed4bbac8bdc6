package dev.migrator.internal.cli.report;

import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.revision.Planner;

/**
 * Describes what a command does if no revision is applied yet. Asks no database.
 */
public final class FirstPlan {

	private FirstPlan() {
	}

	/**
	 * Returns whether an upgrade has anything to apply.
	 */
	public static boolean upgrades(Migrator migrator, String target) {
		return !planner(migrator).upgrade(List.of(), target).isEmpty();
	}

	/**
	 * Returns whether a stamp has anything to write.
	 */
	public static boolean stamps(Migrator migrator, List<String> targets) {
		return !planner(migrator).stamp(List.of(), targets).isEmpty();
	}

	private static Planner planner(Migrator migrator) {
		return new Planner(migrator.internals().scripts().graph());
	}

}
