package dev.migrator.internal.dialect.ddl;

/**
 * Writes the common part of all kinds of DROP.
 */
final class DropSql {

	private DropSql() {
	}

	static String name(boolean ifExists, String name, boolean cascade) {
		return (ifExists ? "IF EXISTS " : "") + name + (cascade ? " CASCADE" : "");
	}

}
