package dev.migrator.internal.autogenerate.convention;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.schema.ObjectName;

/**
 * The names that constraints and indexes cannot get: those of relations in a schema, and
 * those of constraints of a table.
 */
public final class TakenNames {

	private final Set<ObjectName> relations = new HashSet<>();

	private final Map<ObjectName, Set<String>> constraints = new HashMap<>();

	public void add(SchemaObject object) {
		object.relation().ifPresent(this.relations::add);
		if (object instanceof ConstraintObject constraint) {
			of(constraint).add(constraint.id().name());
		}
	}

	public void remove(KeyObject key) {
		key.relation().ifPresent(this.relations::remove);
		if (key instanceof ConstraintObject constraint) {
			of(constraint).remove(constraint.id().name());
		}
	}

	public boolean has(KeyObject key) {
		return key.relation().filter(this.relations::contains).isPresent()
				|| (key instanceof ConstraintObject constraint && of(constraint).contains(constraint.id().name()));
	}

	private Set<String> of(ConstraintObject constraint) {
		return this.constraints.computeIfAbsent(constraint.table(), (table) -> new HashSet<>());
	}

}
