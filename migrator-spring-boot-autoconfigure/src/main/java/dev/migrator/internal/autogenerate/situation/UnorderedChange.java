package dev.migrator.internal.autogenerate.situation;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.operation.Effects;
import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A proposed change that is not ordered yet.
 *
 * @param object its object, or {@code null} for a schema
 * @param change the change
 * @param rank its default position in the order
 * @param effects its effects on objects
 */
public record UnorderedChange(@Nullable SchemaObject object, Change change, Rank rank, Effects effects) {

	public static UnorderedChange of(@Nullable SchemaObject object, Operation operation, @Nullable String detected) {
		return of(object, Change.builder(operation).detected(detected).build());
	}

	public static UnorderedChange of(@Nullable SchemaObject object, Change change) {
		return new UnorderedChange(object, change, Rank.of(change.operation()), change.operation().effects());
	}

	public Operation operation() {
		return this.change.operation();
	}

	/**
	 * Returns whether it only drops an object.
	 */
	public boolean drops() {
		return this.effects.makes().isEmpty() && !this.effects.removes().isEmpty();
	}

	/**
	 * Returns whether it creates a new object.
	 */
	public boolean creates() {
		return this.effects.removes().isEmpty() && !this.effects.makes().isEmpty();
	}

	public UnorderedChange with(Effects other) {
		return new UnorderedChange(this.object, this.change, this.rank, other);
	}

	public UnorderedChange withDetected(String line) {
		return new UnorderedChange(this.object, this.change.toBuilder().detected(line).build(), this.rank,
				this.effects);
	}

	/**
	 * Returns a copy with further operations that undo it, after the present ones.
	 */
	public UnorderedChange undoneWith(List<Operation> more) {
		List<Operation> undo = new ArrayList<>(
				(this.change.undo() != null) ? this.change.undo() : operation().reverse().stream().toList());
		undo.addAll(more);
		return new UnorderedChange(this.object, this.change.toBuilder().undo(undo).build(), this.rank, this.effects);
	}

	public UnorderedChange with(Operation operation) {
		return new UnorderedChange(this.object, this.change.toBuilder().operation(operation).build(), this.rank,
				this.effects);
	}

}
