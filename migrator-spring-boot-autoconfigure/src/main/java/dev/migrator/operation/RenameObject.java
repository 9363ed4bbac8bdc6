package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * Gives something another name. It keeps all that it holds.
 *
 * @param kind what it is
 * @param name the name it has
 * @param to the name it gets, in the same schema
 */
public record RenameObject(ObjectKind kind, ObjectName name, String to) implements Directive {

	public RenameObject {
		NameRule.check(kind.words(), to);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameObject(this.kind, this.name.sibling(this.to), this.name.name()));
	}

	@Override
	public String describe() {
		return "rename %s %s to %s".formatted(this.kind.words(), this.name, this.to);
	}

}
