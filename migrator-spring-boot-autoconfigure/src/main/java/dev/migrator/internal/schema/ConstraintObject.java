package dev.migrator.internal.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Renaming;
import dev.migrator.schema.element.UnchosenName;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record ConstraintObject(ObjectName table, Constraint constraint) implements KeyObject {

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
		return List.of(new Attribute("definition", this.constraint.structuralKey()),
				new Attribute("validity", this.constraint.validity()));
	}

	@Override
	public Stream<ObjectId> needs() {
		Stream<ObjectId> columns = this.constraint.columnNames().map((column) -> ObjectId.column(this.table, column));
		Stream<ObjectId> required = this.constraint.requiredColumns()
			.stream()
			.map((column) -> ObjectId.notNullOf(new ColumnName(this.table, column)));
		Stream<ObjectId> referenced = this.constraint.references().map(ObjectId::column);
		return Stream.concat(columns, Stream.concat(required, referenced));
	}

	@Override
	public Optional<ObjectName> relation() {
		return this.constraint.isRelation() ? Optional.of(this.table.sibling(this.constraint.name()))
				: Optional.empty();
	}

	@Override
	public String word() {
		return "constraint";
	}

	@Override
	public int rank() {
		return this.constraint.rank();
	}

	@Override
	public Constraint what() {
		return this.constraint;
	}

	@Override
	public Object structuralKey() {
		return this.constraint.structuralKey();
	}

	@Override
	public ConstraintObject inStateOf(KeyObject other) {
		return (other instanceof ConstraintObject object) ? holdingFor(object.constraint.validity()) : this;
	}

	private ConstraintObject holdingFor(Validity validity) {
		return (validity == this.constraint.validity()) ? this
				: new ConstraintObject(this.table, this.constraint.holdingFor(validity));
	}

	@Override
	public boolean canBecome(KeyObject other) {
		return other instanceof ConstraintObject object && this.constraint.canHoldFor(object.constraint.validity());
	}

	@Override
	public Set<ObjectId> key() {
		return ObjectId.columns(this.table, this.constraint.keyColumns());
	}

	@Override
	public Set<ObjectId> references() {
		return this.constraint.references().map(ObjectId::column).collect(Collectors.toSet());
	}

	@Override
	public @Nullable Object place() {
		return this.constraint.place().orElse(null);
	}

	@Override
	public UnchosenName unchosenName() {
		return this.constraint.unchosenName();
	}

	@Override
	public ConstraintObject named(String name) {
		return new ConstraintObject(this.table, this.constraint.named(name));
	}

	@Override
	public ConstraintObject renamed(Renaming renaming) {
		return new ConstraintObject(renaming.table(this.table), this.constraint.renamed(this.table, renaming));
	}

}
