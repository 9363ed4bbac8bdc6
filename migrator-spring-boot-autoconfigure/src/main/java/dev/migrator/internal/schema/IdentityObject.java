package dev.migrator.internal.schema;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.element.Renaming;

/**
 * The identity of a column.
 *
 * @param column the column
 * @param identity the identity
 * @param type the type of the column, which limits the numbers
 */
public record IdentityObject(ColumnName column, Identity identity, DataType type) implements SchemaObject {

	@Override
	public ObjectId id() {
		return ObjectId.identityOf(this.column);
	}

	@Override
	public ObjectId parent() {
		return ObjectId.column(this.column);
	}

	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("always", this.identity.always()),
				new Attribute("options", this.identity.options().plain(this.type)));
	}

	@Override
	public Stream<ObjectId> needs() {
		return Stream.of(ObjectId.notNullOf(this.column));
	}

	@Override
	public IdentityObject renamed(Renaming renaming) {
		return new IdentityObject(renaming.column(this.column), this.identity, this.type);
	}

}
