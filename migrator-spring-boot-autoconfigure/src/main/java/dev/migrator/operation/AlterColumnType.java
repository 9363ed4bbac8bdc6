package dev.migrator.operation;

import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * Changes the type of a column.
 *
 * @param column the column
 * @param to its new type
 * @param collation its new collation, or {@code null} for that of its type
 * @param using SQL that computes the new value from the old one, or {@code null} for an
 * assignment cast
 * @param was the old type, or {@code null} if it is unknown
 * @param collationWas the old collation
 * @param usingBack SQL that computes the old value from the new one, or {@code null}
 */
public record AlterColumnType(ColumnName column, DataType to, @Nullable ObjectName collation, @Nullable String using,
		@Nullable DataType was, @Nullable ObjectName collationWas, @Nullable String usingBack) implements Directive {

	public AlterColumnType {
		new SqlExpression((using != null) ? using : "x");
		new SqlExpression((usingBack != null) ? usingBack : "x");
	}

	@Override
	public Effects effects() {
		return Effects.changing(Set.of(ObjectId.column(this.column)));
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.was)
			.map((type) -> new AlterColumnType(this.column, type, this.collationWas, this.usingBack, this.to,
					this.collation, this.using));
	}

	@Override
	public String java(JavaCode java) {
		return java.alterColumn(this.column, ".type(" + java.type(this.to) + ")" + java.link("collate", this.collation)
				+ java.link("using", this.using), "");
	}

	@Override
	public String describe() {
		return "change the type of column %s of %s".formatted(this.column.column(), this.column.table());
	}

	@Override
	public String toBeReversible() {
		return "Give the old type: op.alterColumn(\"%s\", \"%s\", ..., (was) -> was.type(text()))"
			.formatted(this.column.table(), this.column.column());
	}

}
