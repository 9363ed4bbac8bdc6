package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Trigger;

/**
 * Creates a trigger.
 *
 * @param trigger the trigger
 */
public record CreateTrigger(Trigger trigger) implements Directive {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropTrigger(this.trigger.table(), this.trigger.name(), this.trigger, false, false));
	}

	@Override
	public String describe() {
		return "create trigger %s on %s".formatted(this.trigger.name(), this.trigger.table());
	}

}
