package dev.migrator.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Creates or drops a trigger.
 */
public sealed interface TriggerDirective extends Directive {

	/**
	 * Creates a trigger.
	 *
	 * @param trigger the trigger
	 */
	record CreateTrigger(Trigger trigger) implements TriggerDirective {

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

	/**
	 * Drops a trigger.
	 *
	 * @param table its table or view
	 * @param name its name
	 * @param was its definition, or {@code null} if it is unknown
	 * @param ifExists whether nothing is done if it does not exist; then it cannot be
	 * reversed
	 * @param cascade whether the objects that depend on it are dropped too; then it
	 * cannot be reversed
	 */
	record DropTrigger(ObjectName table, String name, @Nullable Trigger was, boolean ifExists,
			boolean cascade) implements TriggerDirective {

		public DropTrigger {
			NameRule.check("trigger", name);
		}

		@Override
		public Optional<Operation> reverse() {
			return (this.cascade || this.ifExists) ? Optional.empty()
					: Optional.ofNullable(this.was).map(CreateTrigger::new);
		}

		@Override
		public String java(JavaCode java) {
			return java.call("dropTrigger", java.text(this.name), java.text(this.table),
					java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
		}

		@Override
		public String describe() {
			return "drop trigger %s on %s".formatted(this.name, this.table);
		}

		@Override
		public String toBeReversible() {
			return (this.cascade || this.ifExists) ? "" : ReverseAdvice.there("createTrigger", this.name, this.table);
		}

	}

}
