package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;

/**
 * Has a sequence count as it did before: the reverse of {@link AlterSequence}.
 *
 * @param name its name
 * @param was how it counted; what is {@code null} there was left to PostgreSQL
 * @param changed what was changed, which goes back; the rest stays
 */
public record RestoreSequence(ObjectName name, SequenceOptions was, SequenceOptions changed) implements Directive {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new AlterSequence(this.name, this.changed, this.was));
	}

	@Override
	public String describe() {
		return "restore sequence " + this.name;
	}

}
