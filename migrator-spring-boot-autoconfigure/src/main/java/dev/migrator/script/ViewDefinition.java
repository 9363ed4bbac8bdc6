package dev.migrator.script;

import java.util.List;

import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.View;

/**
 * Defines a view.
 */
public final class ViewDefinition extends Definition {

	private final ObjectName name;

	private String query;

	private final boolean materialized;

	private List<String> columns = List.of();

	private boolean securityInvoker;

	ViewDefinition(ObjectName name, String query, boolean materialized) {
		this.name = name;
		this.query = query;
		this.materialized = materialized;
	}

	/**
	 * Sets its query.
	 * @param sql its SELECT
	 * @return this
	 */
	public ViewDefinition query(String sql) {
		open();
		if (!this.query.isEmpty()) {
			throw new InvalidDefinitionException("The query of the view %s is given twice.".formatted(this.name),
					"Leave one out: only the last would count.");
		}
		this.query = sql;
		return this;
	}

	/**
	 * Gives its columns other names than the query.
	 * @param columns their names
	 * @return this
	 */
	public ViewDefinition columns(String... columns) {
		open();
		this.columns = List.of(columns);
		return this;
	}

	/**
	 * Reads it with the privileges of the role that queries it. Needs PostgreSQL 15.
	 * @return this
	 */
	public ViewDefinition securityInvoker() {
		open();
		this.securityInvoker = true;
		return this;
	}

	View build() {
		return new View(this.name, this.query, this.columns, this.materialized, this.securityInvoker);
	}

}
