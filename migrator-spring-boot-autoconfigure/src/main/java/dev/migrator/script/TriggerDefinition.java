package dev.migrator.script;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Defines a trigger. By default it fires once for each statement.
 */
public final class TriggerDefinition extends Definition {

	private final String name;

	private final ObjectName table;

	private Trigger.Timing timing = Trigger.Timing.AFTER;

	private final Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);

	private List<String> columns = List.of();

	private boolean forEachRow;

	private @Nullable String when;

	private @Nullable ObjectName function;

	private List<String> arguments = List.of();

	TriggerDefinition(String name, ObjectName table) {
		this.name = name;
		this.table = table;
	}

	/**
	 * Fires before an event.
	 * @param events the events
	 * @return this
	 */
	public TriggerDefinition before(Trigger.Event... events) {
		return fires(Trigger.Timing.BEFORE, events);
	}

	/**
	 * Fires after an event.
	 * @param events the events
	 * @return this
	 */
	public TriggerDefinition after(Trigger.Event... events) {
		return fires(Trigger.Timing.AFTER, events);
	}

	/**
	 * Fires instead of an event, on a view.
	 * @param events the events
	 * @return this
	 */
	public TriggerDefinition insteadOf(Trigger.Event... events) {
		return fires(Trigger.Timing.INSTEAD_OF, events);
	}

	private TriggerDefinition fires(Trigger.Timing when, Trigger.Event... events) {
		open();
		this.timing = when;
		this.events.clear();
		this.events.addAll(List.of(events));
		return this;
	}

	/**
	 * Fires for the UPDATE of some columns only.
	 * @param columns their names
	 * @return this
	 */
	public TriggerDefinition ofColumns(String... columns) {
		open();
		this.columns = List.of(columns);
		return this;
	}

	/**
	 * Fires for each row.
	 * @return this
	 */
	public TriggerDefinition forEachRow() {
		open();
		this.forEachRow = true;
		return this;
	}

	/**
	 * Fires under a condition only.
	 * @param condition SQL: {@code OLD.title IS DISTINCT FROM NEW.title}
	 * @return this
	 */
	public TriggerDefinition when(String condition) {
		open();
		this.when = condition;
		return this;
	}

	/**
	 * Sets the function that it calls.
	 * @param function its name, {@code name} or {@code schema.name}
	 * @param arguments the text arguments of the function
	 * @return this
	 */
	public TriggerDefinition execute(String function, String... arguments) {
		open();
		this.function = ObjectName.of(function);
		this.arguments = List.of(arguments);
		return this;
	}

	Trigger build() {
		if (this.function == null) {
			throw new InvalidDefinitionException("The trigger %s calls no function.".formatted(this.name),
					"Call execute(\"function\") with it.");
		}
		return new Trigger(this.name, this.table, this.timing, this.events, this.columns, this.forEachRow, this.when,
				this.function, this.arguments);
	}

}
