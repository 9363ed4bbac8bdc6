package dev.migrator.autogenerate.comparison;

import java.util.Optional;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObjects;

/**
 * Sees that each foreign key that is new references columns that are unique: PostgreSQL
 * would refuse it when the revision runs.
 */
final class ReferencedKeys {

	private ReferencedKeys() {
	}

	/**
	 * Looks at all foreign keys.
	 * @param wanted what the database is to have, with what stays
	 * @param real what the database has
	 * @throws InvalidDefinitionException if one references no key
	 */
	static void check(SchemaObjects wanted, SchemaObjects real) {
		for (Table table : wanted.tables()) {
			if (wanted.isSame(ObjectId.table(table.name()), real)) {
				continue;
			}
			Optional<Table> there = real.table(table.name());
			for (Constraint constraint : table.constraints()) {
				if (constraint instanceof ForeignKey key
						&& there.filter((it) -> it.constraints().contains(key)).isEmpty()) {
					check(table, key, wanted);
				}
			}
		}
	}

	private static void check(Table table, ForeignKey key, SchemaObjects wanted) {
		Optional<Table> referenced = wanted.table(key.table());
		if (referenced.isPresent() && !referenced.get().hasKey(key.referenced())) {
			throw new InvalidDefinitionException(
					"The foreign key %s of the table %s references %s (%s), and no key of that table has these columns."
						.formatted(key.name(), table.name(), key.table(), String.join(", ", key.referenced())),
					"Make them unique there (@Column(unique = true), @UniqueConstraint), or reference the primary key.");
		}
	}

}
