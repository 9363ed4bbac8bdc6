package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param name its name
 * @param type smallint, integer or bigint, or {@code null} for bigint
 * @param options how it counts
 * @param ownedBy the column with which it is dropped, or {@code null} if it stands alone
 */
public record Sequence(ObjectName name, @Nullable DataType type, SequenceOptions options,
		@Nullable ColumnName ownedBy) {

}
