package dev.migrator.testing;

import java.util.List;

import dev.migrator.Migrator;

/**
 * The SQL that a migrator prints where it runs nothing.
 */
public final class PrintedSql {

	private PrintedSql() {
	}

	public static String ofUpgrade(Migrator migrator, String range) {
		StringBuilder out = new StringBuilder();
		migrator.upgradeSql(range, out);
		return out.toString();
	}

	public static String ofDowngrade(Migrator migrator, String range) {
		StringBuilder out = new StringBuilder();
		migrator.downgradeSql(range, out);
		return out.toString();
	}

	public static String ofStamp(Migrator migrator, String... targets) {
		StringBuilder out = new StringBuilder();
		migrator.stampSql(List.of(targets), out);
		return out.toString();
	}

}
