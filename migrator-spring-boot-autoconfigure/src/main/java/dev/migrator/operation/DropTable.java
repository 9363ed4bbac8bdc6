package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Drops a table with its rows.
 *
 * @param name its name
 * @param was its definition, or {@code null} if it is unknown
 * @param ifExists whether nothing is done if it does not exist; then it cannot be
 * reversed
 * @param cascade whether the objects that depend on it are dropped too; then it cannot be
 * reversed, because these objects are unknown
 */
public record DropTable(ObjectName name, @Nullable Table was, boolean ifExists, boolean cascade) implements Directive {

	@Override
	public Effects effects() {
		return (this.was != null) ? Effects.removing(SchemaObjects.of(this.was))
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
