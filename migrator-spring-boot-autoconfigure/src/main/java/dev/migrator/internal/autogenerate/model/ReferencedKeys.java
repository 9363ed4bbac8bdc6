package dev.migrator.internal.autogenerate.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.surroundings.OtherRelations;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Table;

/**
 * Checks that each new foreign key references a table that exists, and columns of it that
 * are unique: otherwise PostgreSQL would refuse it when the revision runs.
 */
public final class ReferencedKeys {

	private final SchemaObjects wanted;

	/** New foreign keys to tables that are not compared, with the table that has them. */
	private final Map<ForeignKey, ObjectName> elsewhere = new LinkedHashMap<>();

	private final boolean ofFile;

	private ReferencedKeys(SchemaObjects wanted, boolean ofFile) {
		this.wanted = wanted;
		this.ofFile = ofFile;
	}

	/**
	 * Checks all foreign keys.
	 * @param connection the session
	 * @param wanted the schema that the database is to have, including objects that stay
	 * @param real the schema of the database
	 * @param ofFile whether the model is a file, and not entities
	 * @throws InvalidDefinitionException if one references no key
	 */
	public static void check(ServerConnection connection, SchemaObjects wanted, SchemaObjects real, boolean ofFile) {
		ReferencedKeys keys = new ReferencedKeys(wanted, ofFile);
		for (Table table : wanted.tables()) {
			if (!wanted.isSame(ObjectId.table(table.name()), real)) {
				keys.check(table, real.table(table.name()));
			}
		}
		keys.checkElsewhere(connection);
	}

	private void check(Table table, Optional<Table> there) {
		for (Constraint constraint : table.constraints()) {
			if (constraint instanceof ForeignKey key
					&& there.filter((it) -> it.constraints().contains(key)).isEmpty()) {
				check(table, key);
			}
		}
	}

	private void check(Table table, ForeignKey key) {
		Optional<Table> referenced = this.wanted.table(key.table());
		if (referenced.isEmpty()) {
			this.elsewhere.put(key, table.name());
		}
		else if (!referenced.get().hasKey(key.referenced())) {
			throw new InvalidDefinitionException(
					"The foreign key %s of the table %s references %s (%s), and no key of that table has these columns."
						.formatted(key.name(), table.name(), key.table(), String.join(", ", key.referenced())),
					"Make these columns unique%s with a constraint that is not deferrable, or reference the primary key."
						.formatted(this.ofFile ? "" : " (@Column(unique = true), @UniqueConstraint)"));
		}
	}

	private void checkElsewhere(ServerConnection connection) {
		Set<ObjectName> missing = OtherRelations.missing(connection,
				this.elsewhere.keySet().stream().map(ForeignKey::table).distinct().toList());
		this.elsewhere.forEach((key, table) -> {
			if (missing.contains(key.table())) {
				throw new InvalidDefinitionException(
						"The foreign key %s of the table %s references the table %s, which neither the model nor the "
							.formatted(key.name(), table, key.table()) + "database has.",
						"Correct the name of the table%s, or create it in an earlier revision."
							.formatted(this.ofFile ? "" : " (foreignKeyDefinition)"));
			}
		});
	}

}
