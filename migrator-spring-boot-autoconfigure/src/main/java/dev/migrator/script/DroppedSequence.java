package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * How a sequence is dropped.
 */
public final class DroppedSequence extends DropDefinition<DroppedSequence> {

	private final ObjectName name;

	private @Nullable Sequence was;

	DroppedSequence(ObjectName name) {
		this.name = name;
	}

	/**
	 * Says how it counted, so that its dropping can be reversed. It begins again then,
	 * with numbers that were given out before: where rows have them, write a downgrade
	 * that also calls {@code setval}.
	 * @param sequence says how
	 * @return this
	 */
	public DroppedSequence was(Consumer<SequenceDefinition> sequence) {
		open();
		this.was = Definition.complete(new SequenceDefinition(), sequence).buildDropped(this.name);
		return this;
	}

	@Nullable Sequence before() {
		return this.was;
	}

	@Override
	DroppedSequence self() {
		return this;
	}

}
