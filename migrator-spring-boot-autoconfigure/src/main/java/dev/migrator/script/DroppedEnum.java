package dev.migrator.script;

import java.util.List;

import dev.migrator.schema.EnumType;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * How an enum type is dropped.
 */
public final class DroppedEnum extends DropDefinition<DroppedEnum> {

	private final ObjectName name;

	private @Nullable EnumType was;

	DroppedEnum(ObjectName name) {
		this.name = name;
	}

	/**
	 * Says which values it had, so that its dropping can be reversed.
	 * @param values its values, in their order
	 * @return this
	 */
	public DroppedEnum was(String... values) {
		open();
		this.was = new EnumType(this.name, List.of(values));
		return this;
	}

	@Nullable EnumType before() {
		return this.was;
	}

	@Override
	DroppedEnum self() {
		return this;
	}

}
