package dev.migrator.internal.dialect.ddl;

/**
 * Writes what all kinds of DROP have in common.
 */
final class DropSql {

	private DropSql() {
	}

	static String name(boolean ifExists, String name, boolean cascade) {
		return (ifExists ? "IF EXISTS " : "") + name + (cascade ? " CASCADE" : "");
	}

}
