package dev.migrator.operation;

import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.TablePieces;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import org.jspecify.annotations.Nullable;

/**
 * Changes a column of a table.
 */
public sealed interface ColumnDirective extends Directive {

	/**
	 * Adds a column to a table.
	 *
	 * @param table the table
	 * @param column the column
	 * @param ifNotExists whether nothing is done if a column with that name exists; then
	 * it cannot be reversed
	 */
	record AddColumn(ObjectName table, Column column, boolean ifNotExists) implements ColumnDirective {

		@Override
		public Effects effects() {
			return Effects.making(TablePieces.of(this.table, this.column));
		}

		@Override
		public Optional<Operation> reverse() {
			return this.ifNotExists ? Optional.empty()
					: Optional.of(new DropColumn(this.table, this.column.name(), this.column, false, false));
		}

		@Override
		public String java(JavaCode java) {
			return java.call(this.ifNotExists ? "addColumnIfNotExists" : "addColumn", java.text(this.table),
					java.text(this.column.name()), java.type(this.column.type()),
					java.lambda("column", java.column(this.column)));
		}

		@Override
		public String describe() {
			return "add column %s to %s".formatted(this.column.name(), this.table);
		}

	}

	/**
	 * Drops a column with its values.
	 *
	 * @param table the table
	 * @param column the name of the column
	 * @param was its definition, or {@code null} if it is unknown
	 * @param ifExists whether nothing is done if it does not exist; then it cannot be
	 * reversed
	 * @param cascade whether the objects that depend on it are dropped too; then it
	 * cannot be reversed
	 */
	record DropColumn(ObjectName table, String column, @Nullable Column was, boolean ifExists,
			boolean cascade) implements ColumnDirective {

		public DropColumn {
			NameRule.check("column", column);
		}

		@Override
		public Effects effects() {
			return (this.was != null) ? Effects.removing(TablePieces.of(this.table, this.was))
					: Effects.removing(ObjectId.column(this.table, this.column));
		}

		/**
		 * Returns a generated column loses nothing, because it can be computed again.
		 */
		@Override
		public @Nullable String loss() {
			return (this.was != null && this.was.generated() != null) ? null
					: "drops %s.%s with its data".formatted(this.table, this.column);
		}

		@Override
		public Optional<Operation> reverse() {
			return (this.cascade || this.ifExists) ? Optional.empty()
					: Optional.ofNullable(this.was).map((column) -> new AddColumn(this.table, column, false));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("dropColumn", java.text(this.table), java.text(this.column),
					java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
		}

		@Override
		public String describe() {
			return "drop column %s of %s".formatted(this.column, this.table);
		}

		@Override
		public String toBeReversible() {
			return (this.cascade || this.ifExists) ? "" : ReverseAdvice.there("addColumn", this.table, this.column);
		}

	}

	/**
	 * Renames a column, which keeps its values.
	 *
	 * @param table the table
	 * @param from the old name
	 * @param to the new name
	 */
	record RenameColumn(ObjectName table, String from, String to) implements ColumnDirective {

		public RenameColumn {
			NameRule.check("column", from);
			NameRule.check("column", to);
		}

		@Override
		public Effects effects() {
			return new Effects(Set.of(ObjectId.column(this.table, this.from)),
					Set.of(ObjectId.column(this.table, this.to)), Set.of(), Set.of());
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(new RenameColumn(this.table, this.to, this.from));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("renameColumn", java.text(this.table), java.text(this.from), java.text(this.to));
		}

		@Override
		public String describe() {
			return "rename column %s of %s to %s".formatted(this.from, this.table, this.to);
		}

	}

	/**
	 * Changes the type of a column.
	 *
	 * @param column the column
	 * @param to its new type
	 * @param collation its new collation, or {@code null} for that of its type
	 * @param using SQL that computes the new value from the old one, or {@code null} for
	 * an assignment cast
	 * @param was the old type, or {@code null} if it is unknown
	 * @param collationWas the old collation
	 * @param usingBack SQL that computes the old value from the new one, or {@code null}
	 */
	record AlterColumnType(ColumnName column, DataType to, @Nullable ObjectName collation, @Nullable String using,
			@Nullable DataType was, @Nullable ObjectName collationWas,
			@Nullable String usingBack) implements ColumnDirective {

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
			return java.alterColumn(this.column, ".type(" + java.type(this.to) + ")"
					+ java.link("collate", this.collation) + java.link("using", this.using), "");
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

	/**
	 * Refuses NULLs in a column. Outside of a transaction, it blocks nobody while the
	 * rows are checked.
	 *
	 * @param column the column
	 */
	record SetNotNull(ColumnName column) implements ColumnDirective {

		@Override
		public Effects effects() {
			return Effects.making(ObjectId.notNullOf(this.column));
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(new DropNotNull(this.column));
		}

		@Override
		public String java(JavaCode java) {
			return java.alterColumn(this.column, ".notNull()", "");
		}

		@Override
		public String describe() {
			return "set column %s of %s not null".formatted(this.column.column(), this.column.table());
		}

	}

	/**
	 * Allows NULLs in a column.
	 *
	 * @param column the column
	 */
	record DropNotNull(ColumnName column) implements ColumnDirective {

		@Override
		public Effects effects() {
			return Effects.removing(ObjectId.notNullOf(this.column));
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(new SetNotNull(this.column));
		}

		@Override
		public String java(JavaCode java) {
			return java.alterColumn(this.column, ".nullable()", "");
		}

		@Override
		public String describe() {
			return "set column %s of %s nullable".formatted(this.column.column(), this.column.table());
		}

	}

}
