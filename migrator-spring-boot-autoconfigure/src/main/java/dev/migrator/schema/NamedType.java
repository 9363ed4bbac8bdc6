package dev.migrator.schema;

import java.util.Optional;

/**
 * A type that the schema itself or an extension defines: an enum, a domain, a composite.
 *
 * @param name its name
 */
public record NamedType(ObjectName name) implements DataType {

	@Override
	public Optional<ObjectName> userType() {
		return Optional.of(this.name);
	}

}
