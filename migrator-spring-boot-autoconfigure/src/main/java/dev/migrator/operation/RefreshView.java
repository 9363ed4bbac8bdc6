package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ObjectName;

/**
 * Computes a materialized view again.
 *
 * @param name its name
 * @param concurrently whether it can be read meanwhile, which needs a unique index on it;
 * unlike for an index, this is possible in a transaction
 */
public record RefreshView(ObjectName name, boolean concurrently) implements Directive {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new NothingToUndo("the materialized view %s stays refreshed".formatted(this.name)));
	}

	@Override
	public String java(JavaCode java) {
		return java.call(this.concurrently ? "refreshMaterializedViewConcurrently" : "refreshMaterializedView",
				java.text(this.name));
	}

	@Override
	public String describe() {
		return "refresh materialized view " + this.name;
	}

}
