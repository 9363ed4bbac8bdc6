package dev.migrator.internal.autogenerate.situation;

import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.value.TypeConversion;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.AlterSetting;
import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.EnumDirective.RebuildEnum;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;

/**
 * Finds the tables that PostgreSQL rewrites, with all their indexes, under a lock that
 * blocks everybody else.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE,
 * Notes</a>
 */
public final class Rewrites {

	private Rewrites() {
	}

	/**
	 * Returns the tables that an operation certainly rewrites.
	 * @param operation the operation
	 * @return their names
	 */
	public static Set<ObjectName> of(Operation operation) {
		if (operation instanceof AlterColumnType change && change.was() != null) {
			return new TypeConversion(change.was(), change.to()).rewrites() ? Set.of(change.column().table())
					: Set.of();
		}
		if (operation instanceof AddColumn add) {
			return isComputed(add.column()) ? Set.of(add.table()) : Set.of();
		}
		if (operation instanceof RebuildEnum rebuild) {
			return rebuild.columns().stream().map((column) -> column.column().table()).collect(Collectors.toSet());
		}
		return (operation instanceof AlterSetting change && change.setting().kind() == Setting.Kind.LOG
				&& change.setting().of().kind() == ObjectId.Kind.TABLE) ? Set.of(change.setting().of().objectName())
						: Set.of();
	}

	private static boolean isComputed(Column column) {
		return column.identity() != null || (column.generated() != null && column.generated().stored());
	}

}
