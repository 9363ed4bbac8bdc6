package dev.migrator.operation;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * Rows of a table.
 *
 * @param table the table
 * @param columns the columns
 * @param rows the values of each row, in the order of the columns
 * @param key the columns that identify a row, or empty if they are unknown
 * @param overridingIdentity whether they give values for an identity column that
 * PostgreSQL would generate
 */
public record Rows(ObjectName table, List<String> columns, List<List<Expression>> rows, List<String> key,
		boolean overridingIdentity) {

	public Rows {
		columns = List.copyOf(columns);
		rows = rows.stream().map(List::copyOf).toList();
		key = List.copyOf(key);
		columns.forEach((column) -> NameRule.check("column", column));
		if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
			throw new InvalidDefinitionException("Rows of %s need distinct columns.".formatted(table),
					"Give the columns: List.of(\"id\", \"name\").");
		}
		if (!columns.containsAll(key)) {
			throw new InvalidDefinitionException(
					"The key %s of the rows of %s is not one of their columns %s.".formatted(key, table, columns),
					"Give columns of the rows.");
		}
		if (rows.isEmpty()) {
			throw new InvalidDefinitionException("There are no rows for %s.".formatted(table),
					"Call row(...) for each row.");
		}
		List<Integer> keys = key.stream().map(columns::indexOf).toList();
		for (List<Expression> row : rows) {
			if (row.size() != columns.size()) {
				throw new InvalidDefinitionException(
						"A row of %s has %s values for %s columns.".formatted(table, row.size(), columns.size()),
						"Give each row a value for each of %s.".formatted(columns));
			}
			if (keys.stream().anyMatch((position) -> row.get(position).equals(Literal.of(null)))) {
				throw new InvalidDefinitionException("A row of %s has NULL in its key %s.".formatted(table, key),
						"NULL is not equal to anything: use other columns as the key.");
			}
			for (int position : keys) {
				checkExact(table, key, row.get(position));
			}
		}
	}

	/**
	 * Returns a directive for these rows.
	 */
	String java(JavaCode java, String directive) {
		String options = java.link("key", this.key) + java.link("overridingIdentity", this.overridingIdentity);
		List<String> said = this.rows.stream().map((row) -> row(java, row)).toList();
		String body = (said.size() == 1) ? java.lambda("rows", options + said.get(0))
				: Stream.concat(Stream.of(options).filter((each) -> !each.isEmpty()), said.stream())
					.map((each) -> "\trows" + each + ";\n")
					.collect(Collectors.joining("", "(rows) -> {\n", "}"));
		return java.call(directive, java.text(this.table), java.list(this.columns), body);
	}

	private static String row(JavaCode java, List<Expression> row) {
		return row.stream().map(java::value).collect(Collectors.joining(", ", ".row(", ")"));
	}

	private static void checkExact(ObjectName table, List<String> key, Expression value) {
		if (value instanceof Literal literal
				&& (literal.value() instanceof Float || literal.value() instanceof Double)) {
			throw new InvalidDefinitionException(
					"A row of %s has the inexact number %s in its key %s.".formatted(table, literal.value(), key),
					"The column may store a slightly different number, so the row would not be found: use a BigDecimal or a whole "
							+ "number, or use other columns as the key.");
		}
	}

}
