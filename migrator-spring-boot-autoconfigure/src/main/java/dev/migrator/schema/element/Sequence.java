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
 * @param options its options
 * @param ownedBy the column that owns it and with which it is dropped, or {@code null}
 * for none
 */
public record Sequence(ObjectName name, @Nullable DataType type, SequenceOptions options,
		@Nullable ColumnName ownedBy) {

	/**
	 * Returns the sequence without options that are the defaults anyway, so that two
	 * sequences with the same effect are equal.
	 * @return the sequence, with the shortest options
	 */
	public Sequence plain() {
		return new Sequence(this.name, Types.bigint().equals(this.type) ? null : this.type,
				this.options.plain(this.type), this.ownedBy);
	}

	/**
	 * Returns a copy with another name.
	 * @param other the name
	 * @return the sequence
	 */
	public Sequence named(ObjectName other) {
		return new Sequence(other, this.type, this.options, this.ownedBy);
	}

	/**
	 * Returns a copy with another owner.
	 * @param column the column that owns it and with which it is dropped, or {@code null}
	 * for none
	 * @return the sequence
	 */
	public Sequence ownedBy(@Nullable ColumnName column) {
		return new Sequence(this.name, this.type, this.options, column);
	}

}
