package dev.migrator.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.element.Trigger;

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
	public String java(JavaCode java) {
		String timing = switch (this.trigger.timing()) {
			case BEFORE -> ".before(";
			case AFTER -> ".after(";
			case INSTEAD_OF -> ".insteadOf(";
		};
		String events = this.trigger.events().stream().map(java::constant).collect(Collectors.joining(", "));
		List<String> called = Stream
			.concat(Stream.of(this.trigger.function().toString()), this.trigger.arguments().stream())
			.toList();
		return java.call("createTrigger", java.text(this.trigger.name()), java.text(this.trigger.table()),
				java.lambda("trigger",
						timing + events + ")" + java.link("ofColumns", this.trigger.columns())
								+ java.link("forEachRow", this.trigger.forEachRow())
								+ java.link("when", this.trigger.when()) + java.link("execute", called)));
	}

	@Override
	public String describe() {
		return "create trigger %s on %s".formatted(this.trigger.name(), this.trigger.table());
	}

}
