package dev.migrator.internal.schema;

import java.util.List;
import java.util.Optional;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * A table as such, without what is in it. Whether it is logged is compared as a setting
 * of it, how it is partitioned is not.
 *
 * @param name its name
 * @param unlogged whether it is not written ahead
 * @param partitionBy how it is partitioned, or {@code null} if it is not
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
