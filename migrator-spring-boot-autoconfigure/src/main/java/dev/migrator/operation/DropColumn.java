package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import org.jspecify.annotations.Nullable;

/**
 * Drops a column with its values.
 *
 * @param table the table
 * @param column the name of the column
 * @param was its definition, or {@code null} if it is unknown
 * @param ifExists whether nothing is done if it does not exist; then it cannot be
 * reversed
 * @param cascade whether the objects that depend on it are dropped too; then it cannot be
 * reversed
 */
public record DropColumn(ObjectName table, String column, @Nullable Column was, boolean ifExists,
		boolean cascade) implements Directive {

	public DropColumn {
		NameRule.check("column", column);
	}

	@Override
	public Effects effects() {
		return (this.was != null) ? Effects.removing(SchemaObjects.of(this.table, this.was))
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
