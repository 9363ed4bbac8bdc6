package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.schema.IndexObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Index;
import org.jspecify.annotations.Nullable;

/**
 * Drops an index.
 *
 * @param name its name
 * @param was its definition, or {@code null} if it is unknown
 * @param concurrently whether it is dropped without blocking writes, outside of a
 * transaction
 * @param ifExists whether nothing is done if it does not exist; then it cannot be
 * reversed
 * @param cascade whether the objects that depend on it are dropped too; then it cannot be
 * reversed
 */
public record DropIndex(ObjectName name, @Nullable Index was, boolean concurrently, boolean ifExists,
		boolean cascade) implements Directive {

	public DropIndex {
		if (concurrently && cascade) {
			throw new InvalidDefinitionException("PostgreSQL cannot drop an index both concurrently and with CASCADE.",
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
				java.lambda("drop", java.link("concurrently", this.concurrently) + java.link("ifExists", this.ifExists)
						+ java.link("cascade", this.cascade)));
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
