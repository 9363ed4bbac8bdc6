package dev.migrator.script;

import java.util.List;

import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.PrimaryKey;

/**
 * Defines a primary key.
 */
public final class PrimaryKeyDefinition extends DeferrableDefinition<PrimaryKeyDefinition> {

	private final ObjectName table;

	private final List<String> columns;

	private List<String> include = List.of();

	private boolean withoutOverlaps;

	PrimaryKeyDefinition(Scope scope, ObjectName table, List<String> columns) {
		super(scope);
		this.table = table;
		this.columns = columns;
	}

	/**
	 * Includes further columns in its index.
	 * @param columns their names
	 * @return this
	 */
	public PrimaryKeyDefinition include(String... columns) {
		open();
		this.include = List.of(columns);
		return this;
	}

	/**
	 * Allows two rows to be equal in all columns except the last one, a range, if their
	 * ranges do not overlap. Needs PostgreSQL 18, and the extension {@code btree_gist}
	 * for most types of the other columns.
	 * @return this
	 */
	public PrimaryKeyDefinition withoutOverlaps() {
		open();
		this.withoutOverlaps = true;
		return this;
	}

	@Override
	PrimaryKeyDefinition self() {
		return this;
	}

	PrimaryKey build() {
		return new PrimaryKey(nameOr(DefaultNames.primaryKey(this.table)), this.columns, this.include, deferral(),
				this.withoutOverlaps);
	}

}
