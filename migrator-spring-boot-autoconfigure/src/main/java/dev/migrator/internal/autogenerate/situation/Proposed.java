package dev.migrator.internal.autogenerate.situation;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.operation.Effects;
import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A change that has no place in an order yet.
 *
 * @param object what it is about, or {@code null} for a schema
 * @param change the change
 * @param rank when it runs if nothing else matters
 * @param effects what it does to objects
 */
public record Proposed(@Nullable SchemaObject object, Change change, Rank rank, Effects effects) {

	public static Proposed of(@Nullable SchemaObject object, Operation operation, @Nullable String detected) {
		return of(object, Change.builder(operation).detected(detected).build());
	}

	public static Proposed of(@Nullable SchemaObject object, Change change) {
		return new Proposed(object, change, Rank.of(change.operation()), change.operation().effects());
	}

	public Operation operation() {
		return this.change.operation();
	}

	/**
	 * Whether it drops something, and makes nothing of it.
	 */
	public boolean drops() {
		return this.effects.makes().isEmpty() && !this.effects.removes().isEmpty();
	}

	/**
	 * Whether it makes something that was not there.
	 */
	public boolean creates() {
		return this.effects.removes().isEmpty() && !this.effects.makes().isEmpty();
	}

	public Proposed with(Effects other) {
		return new Proposed(this.object, this.change, this.rank, other);
	}

	Proposed withRemark(@Nullable String remark) {
		return new Proposed(this.object, this.change.toBuilder().remark(remark).build(), this.rank, this.effects);
	}

	public Proposed withDetected(String line) {
		return new Proposed(this.object, this.change.toBuilder().detected(line).build(), this.rank, this.effects);
	}

	/**
	 * The same, with more that undoes it: what follows on what undid it already.
	 */
	public Proposed undoneWith(List<Operation> more) {
		List<Operation> undo = new ArrayList<>(
				(this.change.undo() != null) ? this.change.undo() : operation().reverse().stream().toList());
		undo.addAll(more);
		return new Proposed(this.object, this.change.toBuilder().undo(undo).build(), this.rank, this.effects);
	}

	public Proposed with(Operation operation) {
		return new Proposed(this.object, this.change.toBuilder().operation(operation).build(), this.rank, this.effects);
	}

}
