package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * How a trigger is dropped.
 */
public final class DroppedTrigger extends DropDefinition<DroppedTrigger> {

	private final String name;

	private final ObjectName table;

	private @Nullable Trigger was;

	DroppedTrigger(String name, ObjectName table) {
		this.name = name;
		this.table = table;
	}

	/**
	 * Says what it was, so that its dropping can be reversed.
	 * @param trigger says what it was, as {@code createTrigger} does
	 * @return this
	 */
	public DroppedTrigger was(Consumer<TriggerDefinition> trigger) {
		open();
		this.was = Definition.complete(new TriggerDefinition(this.name, this.table), trigger).build();
		return this;
	}

	@Nullable Trigger before() {
		return this.was;
	}

	@Override
	DroppedTrigger self() {
		return this;
	}

}
