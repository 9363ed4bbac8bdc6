package dev.migrator.internal.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Property;
import org.hibernate.sql.Template;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Creates the checks of embeddables that are stored in one column, as JSON or as a
 * composite type: NOT NULL and the values of enums inside. Hibernate creates them when it
 * writes the table. For an embeddable inside of another one its SQL lacks parentheses and
 * the AND, so this class combines them itself.
 */
final class AggregateChecks {

	private final Dialect dialect;

	AggregateChecks(Dialect dialect) {
		this.dialect = dialect;
	}

	/**
	 * Returns the condition, or {@code null} if there is none.
	 */
	@Nullable String of(AggregateColumn column) {
		List<String> conditions = hasNone(column) ? List.of() : conditions(column);
		if (conditions.isEmpty()) {
			return null;
		}
		String all = String.join(" and ", conditions);
		return column.isNullable() ? "%s is null or (%s)".formatted(path(column), all) : all;
	}

	private List<String> conditions(AggregateColumn aggregate) {
		List<String> conditions = new ArrayList<>();
		for (Property property : aggregate.getComponent().getProperties()) {
			if (property.getValue() instanceof Component component) {
				String within = (component.getAggregateColumn() != null) ? of(component.getAggregateColumn()) : null;
				if (within != null) {
					conditions.add("(" + within + ")");
				}
			}
			else {
				property.getValue().getColumns().forEach((column) -> conditions.addAll(conditions(aggregate, column)));
			}
		}
		return conditions;
	}

	private List<String> conditions(AggregateColumn aggregate, Column column) {
		List<String> conditions = new ArrayList<>();
		String name = column.getQuotedName(this.dialect);
		List<CheckConstraint> checks = column.getCheckConstraints();
		if (column.isNullable() && checks.isEmpty()) {
			return conditions;
		}
		String value = this.dialect.getAggregateSupport()
			.aggregateComponentCustomReadExpression(name, name, path(aggregate), name, aggregate, column);
		if (!column.isNullable()) {
			conditions.add(value + " is not null");
		}
		for (CheckConstraint check : checks) {
			String condition = check.getConstraint().replace(name, value);
			conditions.add(column.isNullable() ? "(%s is null or %s)".formatted(value, condition) : condition);
		}
		return conditions;
	}

	private String path(AggregateColumn column) {
		return column.getAggregateReadExpressionTemplate(this.dialect).replace(Template.TEMPLATE + ".", "");
	}

	/**
	 * Returns whether there is no check. Hibernate creates no check for several values.
	 * PostgreSQL reads the contents of XML with a query, which a check cannot contain.
	 */
	private static boolean hasNone(AggregateColumn column) {
		return switch (((BasicValue) column.getValue()).getResolution().getJdbcType().getDefaultSqlTypeCode()) {
			case SqlTypes.STRUCT_ARRAY, SqlTypes.STRUCT_TABLE, SqlTypes.JSON_ARRAY, SqlTypes.XML_ARRAY, SqlTypes.ARRAY,
					SqlTypes.SQLXML ->
				true;
			default -> false;
		};
	}

}
