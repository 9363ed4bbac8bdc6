package dev.migrator.schema.object;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Renaming;

/**
 * A constraint of a table.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record ConstraintObject(ObjectName table, Constraint constraint) implements SchemaObject {

	@Override
	public ObjectId id() {
		return ObjectId.constraint(this.table, this.constraint.name());
	}

	@Override
	public ObjectId parent() {
		return ObjectId.table(this.table);
	}

	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("definition", this.constraint.shape()));
	}

	@Override
	public Stream<ObjectId> needs() {
		return Stream.concat(this.constraint.columnNames().map((column) -> ObjectId.column(this.table, column)),
				this.constraint.references().map(ObjectId::column));
	}

	@Override
	public Optional<ObjectName> relation() {
		return this.constraint.isRelation() ? Optional.of(this.table.sibling(this.constraint.name()))
				: Optional.empty();
	}

	@Override
	public ConstraintObject renamed(Renaming renaming) {
		return new ConstraintObject(renaming.table(this.table), this.constraint.renamed(this.table, renaming));
	}

}
