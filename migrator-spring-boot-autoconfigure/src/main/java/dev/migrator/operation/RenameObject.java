package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * Renames an object, which keeps its contents.
 *
 * @param kind its kind
 * @param name the old name
 * @param to the new name, in the same schema
 */
public record RenameObject(ObjectKind kind, ObjectName name, String to) implements Directive {

	public RenameObject {
		NameRule.check(kind.words(), to);
	}

	/**
	 * Creates a rename from names as they are written by hand.
	 * @param kind the kind of the object
	 * @param from its name, {@code name} or {@code schema.name}
	 * @param to its new name, without a schema
	 * @return the rename
	 * @throws InvalidDefinitionException if the new name is in a schema
	 */
	public static RenameObject of(ObjectKind kind, String from, String to) {
		ObjectName name = ObjectName.of(to);
		if (name.schema() != null) {
			throw new InvalidDefinitionException(
					"The %s %s is to be renamed to %s, which includes a schema.".formatted(kind.words(), from, to),
					"A rename cannot change the schema: leave it out, and use move... for another schema. Put a name that "
							+ "contains a dot in double quotes.");
		}
		return new RenameObject(kind, ObjectName.of(from), name.name());
	}

	@Override
	public Effects effects() {
		ObjectName other = this.name.sibling(this.to);
		return Effects.renaming(this.kind.id(this.name), this.kind.id(other), this.name, other);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameObject(this.kind, this.name.sibling(this.to), this.name.name()));
	}

	@Override
	public String java(JavaCode java) {
		boolean plain = this.kind == ObjectKind.SCHEMA;
		return java.call("rename" + this.kind.inDirectives(), java.text(plain ? this.name.name() : this.name),
				java.text(plain ? this.to : new ObjectName(null, this.to)));
	}

	@Override
	public String describe() {
		return "rename %s %s to %s".formatted(this.kind.words(), this.name, this.to);
	}

}
