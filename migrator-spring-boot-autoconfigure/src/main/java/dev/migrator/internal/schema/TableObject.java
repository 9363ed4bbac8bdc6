package dev.migrator.internal.schema;

import java.util.List;
import java.util.Optional;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * A table, without its parts. Whether it is logged is compared as its setting; the
 * partitioning is not compared.
 *
 * @param name its name
 * @param unlogged whether it is unlogged
 * @param partitionBy its partitioning, or {@code null} if it has none
 */
public record TableObject(ObjectName name, boolean unlogged, @Nullable String partitionBy) implements SchemaObject {

	@Override
	public ObjectId id() {
		return ObjectId.table(this.name);
	}

	@Override
	public List<Attribute> attributes() {
		return List.of();
	}

	@Override
	public Optional<ObjectName> relation() {
		return Optional.of(this.name);
	}

	@Override
	public TableObject renamed(Renaming renaming) {
		return new TableObject(renaming.table(this.name), this.unlogged, this.partitionBy);
	}

}
