package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.TablePieces;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Creates or drops a table.
 */
public sealed interface TableDirective extends Directive {

	/**
	 * Creates a table with its constraints, indexes and comments.
	 *
	 * @param table the table
	 * @param ifNotExists whether nothing is done if a table with that name exists; then
	 * it cannot be reversed, because nobody knows afterwards who created the table
	 */
	record CreateTable(Table table, boolean ifNotExists) implements TableDirective {

		public CreateTable {
			if (table.constraints().stream().anyMatch((constraint) -> constraint.validity() == Validity.NOT_VALID)) {
				throw new InvalidDefinitionException(
						"A new table has no rows, so NOT VALID has no effect on its constraints.",
						"Leave notValid() out.");
			}
		}

		@Override
		public Effects effects() {
			return Effects.making(TablePieces.of(this.table));
		}

		@Override
		public Optional<Operation> reverse() {
			return this.ifNotExists ? Optional.empty()
					: Optional.of(new DropTable(this.table.name(), this.table, false, false));
		}

		@Override
		public String java(JavaCode java) {
			return java.createTable(this.table, java.link("ifNotExists", this.ifNotExists));
		}

		@Override
		public String describe() {
			return "create table " + this.table.name();
		}

	}

	/**
	 * Drops a table with its rows.
	 *
	 * @param name its name
	 * @param was its definition, or {@code null} if it is unknown
	 * @param ifExists whether nothing is done if it does not exist; then it cannot be
	 * reversed
	 * @param cascade whether the objects that depend on it are dropped too; then it
	 * cannot be reversed, because these objects are unknown
	 */
	record DropTable(ObjectName name, @Nullable Table was, boolean ifExists,
			boolean cascade) implements TableDirective {

		@Override
		public Effects effects() {
			return (this.was != null) ? Effects.removing(TablePieces.of(this.was))
					: Effects.removing(ObjectId.table(this.name));
		}

		@Override
		public String loss() {
			return "drops the table %s with its rows".formatted(this.name);
		}

		@Override
		public Optional<Operation> reverse() {
			return (this.cascade || this.ifExists) ? Optional.empty()
					: Optional.ofNullable(this.was).map((table) -> new CreateTable(table, false));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("dropTable", java.text(this.name),
					java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
		}

		@Override
		public String describe() {
			return "drop table " + this.name;
		}

		@Override
		public String toBeReversible() {
			return (this.cascade || this.ifExists) ? "" : ReverseAdvice.there("createTable", this.name);
		}

	}

}
