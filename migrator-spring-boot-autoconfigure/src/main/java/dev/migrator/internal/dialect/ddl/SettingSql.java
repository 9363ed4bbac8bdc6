package dev.migrator.internal.dialect.ddl;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.AlterSetting;
import org.jspecify.annotations.Nullable;

/**
 * Writes settings of tables, columns, indexes and sequences.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER
 * TABLE</a>
 */
final class SettingSql {

	private SettingSql() {
	}

	static List<String> change(AlterSetting change) {
		return List.of(on(change.setting()) + " " + action(change.setting(), change.to()));
	}

	private static String on(Setting setting) {
		ObjectId of = setting.of();
		return switch (of.kind()) {
			case COLUMN -> "ALTER TABLE " + NameSql.of(of.columnName().table()) + " ALTER COLUMN "
					+ NameSql.of(of.columnName().column());
			case INDEX -> "ALTER INDEX " + NameSql.of(of.objectName())
					+ ((setting.kind() == Setting.Kind.STATISTICS) ? " ALTER COLUMN " + setting.name() : "");
			case SEQUENCE -> "ALTER SEQUENCE " + NameSql.of(of.objectName());
			default -> "ALTER TABLE " + NameSql.of(of.objectName());
		};
	}

	private static String action(Setting setting, @Nullable String to) {
		return switch (setting.kind()) {
			case LOG -> (to != null) ? "SET UNLOGGED" : "SET LOGGED";
			case REPLICA_IDENTITY -> "REPLICA IDENTITY " + replicaIdentity(to);
			case CLUSTER -> (to != null) ? "CLUSTER ON " + NameSql.of(to) : "SET WITHOUT CLUSTER";
			case STORAGE -> "SET STORAGE " + ((to != null) ? NameSql.of(to) : "DEFAULT");
			case COMPRESSION -> "SET COMPRESSION " + ((to != null) ? NameSql.of(to) : "DEFAULT");
			case STATISTICS -> "SET STATISTICS " + ((to != null) ? to : "-1");
			case INVALID -> throw new IllegalStateException("An index is built again");
			case PARAMETER ->
				(to != null) ? "SET (" + parameter(setting.name(), to) + ")" : "RESET (" + name(setting.name()) + ")";
		};
	}

	private static String replicaIdentity(@Nullable String to) {
		if (to == null) {
			return "DEFAULT";
		}
		return switch (to) {
			case Setting.FULL -> "FULL";
			case Setting.NOTHING -> "NOTHING";
			default -> "USING INDEX " + NameSql.of(Setting.usedIndex(to));
		};
	}

	static String parameter(String name, String value) {
		return name(name) + " = " + (value.matches("\\d+|on|off|true|false") ? value : SqlText.literal(value));
	}

	/**
	 * Quotes a parameter name. A parameter of the TOAST table has its prefix.
	 */
	private static String name(String parameter) {
		return Arrays.stream(parameter.split("\\.", 2)).map(NameSql::of).collect(Collectors.joining("."));
	}

}
