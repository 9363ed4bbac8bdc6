package dev.migrator.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.schema.IndexObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Index;
import org.jspecify.annotations.Nullable;

/**
 * Changes an index.
 */
public sealed interface IndexDirective extends Directive {

	/**
	 * Creates an index.
	 *
	 * @param index the index
	 * @param concurrently whether it is built without blocking writes, outside of a
	 * transaction
	 * @param ifNotExists whether nothing is done if an index with that name exists; then
	 * it cannot be reversed
	 */
	record CreateIndex(Index index, boolean concurrently, boolean ifNotExists) implements IndexDirective {

		@Override
		public Effects effects() {
			return Effects.making(List.of(new IndexObject(this.index)));
		}

		@Override
		public Optional<Operation> reverse() {
			return this.ifNotExists ? Optional.empty() : Optional
				.of(new DropIndex(this.index.qualifiedName(), this.index, this.concurrently, false, false));
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

	/**
	 * Drops an index.
	 *
	 * @param name its name
	 * @param was its definition, or {@code null} if it is unknown
	 * @param concurrently whether it is dropped without blocking writes, outside of a
	 * transaction
	 * @param ifExists whether nothing is done if it does not exist; then it cannot be
	 * reversed
	 * @param cascade whether the objects that depend on it are dropped too; then it
	 * cannot be reversed
	 */
	record DropIndex(ObjectName name, @Nullable Index was, boolean concurrently, boolean ifExists,
			boolean cascade) implements IndexDirective {

		public DropIndex {
			if (concurrently && cascade) {
				throw new InvalidDefinitionException(
						"PostgreSQL cannot drop an index both concurrently and with CASCADE.",
						"Leave one of them out.");
			}
		}

		@Override
		public Effects effects() {
			return (this.was != null) ? Effects.removing(List.of(new IndexObject(this.was)))
					: Effects.removing(ObjectId.index(this.name));
		}

		@Override
		public Optional<Operation> reverse() {
			return (this.cascade || this.ifExists) ? Optional.empty()
					: Optional.ofNullable(this.was).map((index) -> new CreateIndex(index, this.concurrently, false));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("dropIndex", java.text(this.name),
					java.lambda("drop", java.link("concurrently", this.concurrently)
							+ java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
		}

		@Override
		public String describe() {
			return "drop index %s%s".formatted(this.name, this.concurrently ? " concurrently" : "");
		}

		@Override
		public String toBeReversible() {
			return (this.cascade || this.ifExists) ? "" : ReverseAdvice.there("createIndex", this.name.name());
		}

		@Override
		public boolean outsideTransaction() {
			return this.concurrently;
		}

	}

	/**
	 * Builds an existing index again. An INVALID index becomes valid, and keeps its name,
	 * its comment and the objects that depend on it.
	 *
	 * @param index its name, also that of a primary key or a unique constraint
	 * @param concurrently whether it is built without blocking writes, which needs a
	 * revision without a transaction
	 */
	record RebuildIndex(ObjectName index, boolean concurrently) implements IndexDirective {

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

}
