package dev.migrator.schema.element;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
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

	/**
	 * With all left to PostgreSQL that would come of it anyhow, so that two sequences
	 * that count alike are equal.
	 * @return the same, said as briefly as it can be
	 */
	public Sequence plain() {
		return new Sequence(this.name, Types.bigint().equals(this.type) ? null : this.type,
				this.options.plain(this.type), this.ownedBy);
	}

	/**
	 * The same, under another name.
	 * @param other the name
	 * @return the sequence
	 */
	public Sequence named(ObjectName other) {
		return new Sequence(other, this.type, this.options, this.ownedBy);
	}

	/**
	 * With another owner.
	 * @param column the column with which it is dropped, or {@code null} if it stands
	 * alone
	 * @return the sequence
	 */
	public Sequence ownedBy(@Nullable ColumnName column) {
		return new Sequence(this.name, this.type, this.options, column);
	}

}
