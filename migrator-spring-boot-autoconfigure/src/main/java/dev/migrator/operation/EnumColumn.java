package dev.migrator.operation;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A column of an enum type.
 *
 * @param column the column
 * @param array whether it is an array of the enum
 * @param defaultValue its default, or {@code null} if it has none
 */
public record EnumColumn(ColumnName column, boolean array, @Nullable Expression defaultValue) {

}
