package dev.migrator.script;

import java.util.List;

import dev.migrator.dialect.DefaultNames;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.PrimaryKey;

/**
 * A primary key.
 */
public final class PrimaryKeyDefinition extends DeferrableDefinition<PrimaryKeyDefinition> {

	private final ObjectName table;

	private final List<String> columns;

	private List<String> include = List.of();

	PrimaryKeyDefinition(Scope scope, ObjectName table, List<String> columns) {
		super(scope);
		this.table = table;
		this.columns = columns;
	}

	/**
	 * Has its index carry further columns along.
	 * @param columns their names
	 * @return this
	 */
	public PrimaryKeyDefinition include(String... columns) {
		open();
		this.include = List.of(columns);
		return this;
	}

	@Override
	PrimaryKeyDefinition self() {
		return this;
	}

	PrimaryKey build() {
		return new PrimaryKey(nameOr(DefaultNames.primaryKey(this.table)), this.columns, this.include, deferral());
	}

}
