package dev.migrator.autogenerate;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.AlterSetting;

/**
 * Writes remarks for the author of a revision about changes of settings.
 */
public final class SettingRemarks {

	private SettingRemarks() {
	}

	/**
	 * Adds a remark about what PostgreSQL does to a table that becomes logged or
	 * unlogged.
	 * @param change the change of a setting
	 * @return the change, with a remark if needed
	 */
	public static Change judged(AlterSetting change) {
		boolean table = change.setting().kind() == Setting.Kind.LOG
				&& change.setting().of().kind() == ObjectId.Kind.TABLE;
		if (!table) {
			return Change.of(change);
		}
		return Change.builder(change)
			.remark((change.to() != null)
					? "PostgreSQL rewrites the table here; no other session can read or write it meanwhile;\n"
							+ "from now on the table is empty after a crash, and on a standby"
					: "PostgreSQL rewrites the table here and writes all of it to the WAL; no other session can read or write it meanwhile")
			.build();
	}

}
