package dev.migrator.schema.element;

import java.util.List;

import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * A view.
 *
 * @param name its name
 * @param query its SELECT
 * @param columns names of its columns, or empty for those of the query
 * @param materialized whether it keeps its rows until it is refreshed
 * @param securityInvoker whether it is read with the privileges of the role that queries
 * it; needs PostgreSQL 15
 */
public record View(ObjectName name, String query, List<String> columns, boolean materialized, boolean securityInvoker) {

	public View {
		columns = List.copyOf(columns);
		columns.forEach((column) -> NameRule.check("column", column));
		if (query.isBlank()) {
			throw new InvalidDefinitionException("The view %s has no query.".formatted(name), "Give it a SELECT.");
		}
		if (materialized && securityInvoker) {
			throw new InvalidDefinitionException(
					"The materialized view %s cannot be a security invoker.".formatted(name), "Leave one of them out.");
		}
	}

}
