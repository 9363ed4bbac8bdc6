package dev.migrator.script;

import java.util.List;

import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Unique;

/**
 * Defines a unique constraint.
 */
public final class UniqueDefinition extends DeferrableDefinition<UniqueDefinition> {

	private final ObjectName table;

	private final List<String> columns;

	private List<String> include = List.of();

	private boolean withoutOverlaps;

	private boolean nullsNotDistinct;

	UniqueDefinition(Scope scope, ObjectName table, List<String> columns) {
		super(scope);
		this.table = table;
		this.columns = columns;
	}

	/**
	 * Includes further columns in its index.
	 * @param columns their names
	 * @return this
	 */
	public UniqueDefinition include(String... columns) {
		open();
		this.include = List.of(columns);
		return this;
	}

	/**
	 * Treats two NULLs as equal. Needs PostgreSQL 15.
	 * @return this
	 */
	public UniqueDefinition nullsNotDistinct() {
		open();
		this.nullsNotDistinct = true;
		return this;
	}

	/**
	 * Allows two rows to be equal in all columns except the last one, a range, if their
	 * ranges do not overlap. Needs PostgreSQL 18, and the extension {@code btree_gist}
	 * for most types of the other columns.
	 * @return this
	 */
	public UniqueDefinition withoutOverlaps() {
		open();
		this.withoutOverlaps = true;
		return this;
	}

	@Override
	UniqueDefinition self() {
		return this;
	}

	Unique build() {
		return new Unique(nameOr(DefaultNames.unique(this.table, this.columns)), this.columns, this.include,
				this.nullsNotDistinct, deferral(), this.withoutOverlaps);
	}

}
