package dev.migrator.internal.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.Renaming;
import dev.migrator.schema.element.UnchosenName;
import org.jspecify.annotations.Nullable;

/**
 * An index that does not belong to a constraint.
 *
 * @param index the index
 */
public record IndexObject(Index index) implements KeyObject {

	@Override
	public ObjectId id() {
		return ObjectId.index(this.index.qualifiedName());
	}

	@Override
	public ObjectId parent() {
		return ObjectId.table(this.index.table());
	}

	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("definition", this.index.structuralKey()));
	}

	@Override
	public Stream<ObjectId> needs() {
		return this.index.columnNames().map((column) -> ObjectId.column(this.index.table(), column));
	}

	@Override
	public Optional<ObjectName> relation() {
		return Optional.of(this.index.qualifiedName());
	}

	@Override
	public ObjectName table() {
		return this.index.table();
	}

	@Override
	public String word() {
		return "index";
	}

	@Override
	public int rank() {
		return Integer.MAX_VALUE;
	}

	@Override
	public Index what() {
		return this.index;
	}

	@Override
	public Object structuralKey() {
		return this.index.structuralKey();
	}

	@Override
	public IndexObject inStateOf(KeyObject other) {
		return this;
	}

	@Override
	public boolean canBecome(KeyObject other) {
		return false;
	}

	@Override
	public Set<ObjectId> key() {
		return ObjectId.columns(this.index.table(), this.index.keyColumns());
	}

	@Override
	public Set<ObjectId> references() {
		return Set.of();
	}

	@Override
	public @Nullable Object place() {
		return null;
	}

	@Override
	public UnchosenName unchosenName() {
		return this.index.unchosenName();
	}

	@Override
	public IndexObject named(String name) {
		return new IndexObject(this.index.named(name));
	}

	@Override
	public IndexObject renamed(Renaming renaming) {
		return new IndexObject(this.index.renamed(renaming));
	}

}
