package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * How a view is dropped.
 */
public final class DroppedView extends DropDefinition<DroppedView> {

	private final ObjectName name;

	private final boolean materialized;

	private @Nullable View was;

	DroppedView(ObjectName name, boolean materialized) {
		this.name = name;
		this.materialized = materialized;
	}

	/**
	 * Says which query it had, so that its dropping can be reversed.
	 * @param query its SELECT
	 * @return this
	 */
	public DroppedView was(String query) {
		return was(query, (view) -> {
		});
	}

	/**
	 * Says what it was, so that its dropping can be reversed.
	 * @param query its SELECT
	 * @param view says more of it
	 * @return this
	 */
	public DroppedView was(String query, Consumer<ViewDefinition> view) {
		open();
		this.was = Definition.complete(new ViewDefinition(this.name, query, this.materialized), view).build();
		return this;
	}

	@Nullable View before() {
		return this.was;
	}

	@Override
	DroppedView self() {
		return this;
	}

}
