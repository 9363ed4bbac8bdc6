package dev.migrator.internal.schema;

import java.util.List;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.Renaming;

/**
 * An enum type with its values.
 *
 * @param type the type
 */
public record EnumObject(EnumType type) implements SchemaObject {

	@Override
	public ObjectId id() {
		return ObjectId.type(this.type.name());
	}

	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("values", this.type.values()));
	}

	@Override
	public EnumObject renamed(Renaming renaming) {
		ObjectName name = this.type.name();
		return new EnumObject(new EnumType(name,
				this.type.values().stream().map((value) -> renaming.enumValue(name, value)).toList()));
	}

}
