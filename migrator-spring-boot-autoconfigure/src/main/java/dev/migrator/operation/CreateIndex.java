package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.schema.IndexObject;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.element.Index;

/**
 * Creates an index.
 *
 * @param index the index
 * @param concurrently whether it is built without blocking writes, outside of a
 * transaction
 * @param ifNotExists whether nothing is done if an index with that name exists; then it
 * cannot be reversed
 */
public record CreateIndex(Index index, boolean concurrently, boolean ifNotExists) implements Directive {

	@Override
	public Effects effects() {
		return Effects.making(List.of(new IndexObject(this.index)));
	}

	@Override
	public Optional<Operation> reverse() {
		return this.ifNotExists ? Optional.empty()
				: Optional.of(new DropIndex(this.index.qualifiedName(), this.index, this.concurrently, false, false));
	}

	@Override
	public String java(JavaCode java) {
		return java.createIndex(this.index,
				java.link("concurrently", this.concurrently) + java.link("ifNotExists", this.ifNotExists));
	}

	@Override
	public String describe() {
		return "create index %s on %s%s".formatted(this.index.name(), this.index.table(),
				this.concurrently ? " concurrently" : "");
	}

	@Override
	public boolean outsideTransaction() {
		return this.concurrently;
	}

}
