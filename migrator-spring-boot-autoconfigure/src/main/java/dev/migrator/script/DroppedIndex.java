package dev.migrator.script;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.schema.Index;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * How an index is dropped.
 */
public final class DroppedIndex extends DropDefinition<DroppedIndex> {

	private final ObjectName name;

	private @Nullable Index was;

	private boolean concurrently;

	DroppedIndex(ObjectName name) {
		this.name = name;
	}

	/**
	 * Drops it while others write. Only in a revision with {@code transactional = false}.
	 * @return this
	 */
	public DroppedIndex concurrently() {
		open();
		this.concurrently = true;
		return this;
	}

	/**
	 * Says what it was, so that its dropping can be reversed.
	 * @param table its table
	 * @param columns its columns
	 * @return this
	 */
	public DroppedIndex was(String table, String... columns) {
		return was(table, (index) -> List.of(columns).forEach(index::column));
	}

	/**
	 * Says what it was, so that its dropping can be reversed.
	 * @param table its table
	 * @param index says what it was, as {@code createIndex} does
	 * @return this
	 */
	public DroppedIndex was(String table, Consumer<IndexDefinition> index) {
		open();
		ObjectName target = ObjectName.of(table);
		Index before = Definition
			.complete(new IndexDefinition(new Scope(), target, List.of()).named(this.name.name()), index)
			.build();
		if (!before.qualifiedName().equals(this.name)) {
			throw new InvalidDefinitionException(
					"The index %s is not in the schema of its table %s.".formatted(this.name, target),
					"Write the schema with both, or with neither.");
		}
		this.was = before;
		return this;
	}

	@Nullable Index before() {
		return this.was;
	}

	boolean isConcurrently() {
		return this.concurrently;
	}

	@Override
	DroppedIndex self() {
		return this;
	}

}
