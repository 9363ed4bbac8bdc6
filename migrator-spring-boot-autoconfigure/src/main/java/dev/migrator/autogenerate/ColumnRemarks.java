package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.internal.dialect.ddl.AdvisedSql;
import dev.migrator.internal.dialect.value.ConversionRemarks;
import dev.migrator.internal.dialect.value.TypeConversion;
import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.ColumnDirective.SetNotNull;
import dev.migrator.operation.DomainDirective.AlterDomainNullability;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;

/**
 * Writes remarks for the author of a revision about changes of columns.
 */
public final class ColumnRemarks {

	private ColumnRemarks() {
	}

	/**
	 * Splits a change into steps. A table with rows accepts a column that is NOT NULL and
	 * has no default in three steps only: add, fill, refuse NULL.
	 */
	public static List<Change> inSteps(Change change) {
		if (!(change.operation() instanceof AddColumn add)) {
			return List.of(change);
		}
		ObjectName table = add.table();
		Column column = add.column();
		boolean needsValue = !column.nullable() && column.defaultValue() == null && column.identity() == null
				&& column.generated() == null;
		if (!needsValue) {
			return List.of(change);
		}
		Column nullable = new Column(column.name(), column.type(), true, null, null, null, column.collation(),
				column.comment());
		ColumnName name = new ColumnName(table, column.name());
		return List.of(change.toBuilder().operation(new AddColumn(table, nullable, false)).build(),
				Change.builder(new SetNotNull(name)).remark(fillNew(name)).build());
	}

	/**
	 * Writes how to fill a new column before it refuses NULL.
	 */
	private static String fillNew(ColumnName column) {
		return "TODO: existing rows have no value in %s.%s; fill the column here:\n".formatted(column.table(),
				column.column()) + AdvisedSql.fill(column);
	}

	/**
	 * Writes how to fill an existing column before it refuses NULL.
	 */
	public static String fill(ColumnName column) {
		return "TODO: this fails if rows have no value in %s.%s; fill the column here:\n".formatted(column.table(),
				column.column()) + AdvisedSql.fill(column);
	}

	/**
	 * Adds a remark about what must be filled before a domain refuses NULL.
	 */
	public static Change judged(AlterDomainNullability change) {
		return change.nullable() ? Change.of(change)
				: Change.builder(change)
					.remark("TODO: PostgreSQL refuses this while columns of %s contain NULL; fill them first"
						.formatted(change.domain()))
					.build();
	}

	/**
	 * Adds what a change of type may do to the values.
	 */
	public static Change judged(AlterColumnType change) {
		if (change.was() == null) {
			return Change.of(change);
		}
		TypeConversion conversion = new TypeConversion(change.was(), change.to());
		String column = change.column().column();
		ConversionRemarks remarks = new ConversionRemarks(conversion);
		String surprise = remarks.surprise(column);
		return Change.builder(change)
			.loss(conversion.mayRound()
					? "may round or cut off values of %s.%s".formatted(change.column().table(), column) : null)
			.remark((surprise != null) ? "TODO: " + surprise : remarks.hint(column))
			.build();
	}

}
