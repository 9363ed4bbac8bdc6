package dev.migrator.operation;

import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ObjectName;

/**
 * Builds an existing index again. An INVALID index becomes valid, and keeps its name, its
 * comment and the objects that depend on it.
 *
 * @param index its name, also that of a primary key or a unique constraint
 * @param concurrently whether it is built without blocking writes, which needs a revision
 * without a transaction
 */
public record RebuildIndex(ObjectName index, boolean concurrently) implements Directive {

	@Override
	public Effects effects() {
		return new Effects(Set.of(Setting.ofInvalid(this.index).id()), Set.of(), Set.of(), Set.of(this.index));
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new NothingToUndo("the index %s stays as it was built".formatted(this.index)));
	}

	@Override
	public String java(JavaCode java) {
		return java.call(this.concurrently ? "rebuildIndexConcurrently" : "rebuildIndex", java.text(this.index));
	}

	@Override
	public String describe() {
		return "rebuild index %s%s".formatted(this.index, this.concurrently ? " concurrently" : "");
	}

	@Override
	public boolean outsideTransaction() {
		return this.concurrently;
	}

}
