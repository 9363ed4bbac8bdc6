package dev.migrator.internal.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Renaming;
import dev.migrator.schema.element.Sequence;

/**
 * A sequence, independent or owned by a column.
 *
 * @param sequence the sequence
 */
public record SequenceObject(Sequence sequence) implements SchemaObject {

	@Override
	public ObjectId id() {
		return ObjectId.sequence(this.sequence.name());
	}

	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("type", Objects.requireNonNullElse(this.sequence.type(), Types.bigint())),
				new Attribute("options", this.sequence.options().inFull(this.sequence.type())),
				new Attribute("owner", this.sequence.ownedBy()));
	}

	@Override
	public Optional<ObjectName> relation() {
		return Optional.of(this.sequence.name());
	}

	@Override
	public SequenceObject renamed(Renaming renaming) {
		ColumnName owner = this.sequence.ownedBy();
		return new SequenceObject(new Sequence(renaming.sequence(this.sequence.name()), this.sequence.type(),
				this.sequence.options(), (owner != null) ? renaming.column(owner) : null));
	}

}
