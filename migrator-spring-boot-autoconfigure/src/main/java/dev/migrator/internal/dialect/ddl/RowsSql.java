package dev.migrator.internal.dialect.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.operation.RowDirective.DeleteRows;
import dev.migrator.operation.RowDirective.InsertRows;
import dev.migrator.operation.Rows;
import dev.migrator.schema.Expression;

/**
 * Writes rows with literal values, at most {@value #ROWS} in a statement.
 */
final class RowsSql {

	private static final int ROWS = 1000;

	private RowsSql() {
	}

	static List<String> insert(InsertRows insert) {
		Rows rows = insert.rows();
		return portions(rows.rows()).stream()
			.map((portion) -> "INSERT INTO %s (%s)%s VALUES\n    %s".formatted(NameSql.of(rows.table()),
					NameSql.list(rows.columns()), rows.overridingIdentity() ? " OVERRIDING SYSTEM VALUE" : "",
					portion.stream().map(RowsSql::tuple).collect(Collectors.joining(",\n    "))))
			.toList();
	}

	static List<String> delete(DeleteRows delete) {
		Rows rows = delete.rows();
		List<Integer> positions = rows.key().stream().map(rows.columns()::indexOf).toList();
		String key = (positions.size() == 1) ? NameSql.of(rows.key().get(0)) : "(" + NameSql.list(rows.key()) + ")";
		List<List<Expression>> keys = rows.rows()
			.stream()
			.map((row) -> positions.stream().map(row::get).toList())
			.toList();
		return portions(keys).stream()
			.map((portion) -> "DELETE FROM %s WHERE %s IN (\n    %s\n)".formatted(NameSql.of(rows.table()), key,
					portion.stream().map(RowsSql::key).collect(Collectors.joining(",\n    "))))
			.toList();
	}

	private static String key(List<Expression> values) {
		return values.stream()
			.map(LiteralSql::compared)
			.collect(Collectors.joining(", ", (values.size() == 1) ? "" : "(", (values.size() == 1) ? "" : ")"));
	}

	private static String tuple(List<Expression> values) {
		return values.stream().map(LiteralSql::of).collect(Collectors.joining(", ", "(", ")"));
	}

	private static <T> List<List<T>> portions(List<T> rows) {
		List<List<T>> portions = new ArrayList<>();
		for (int from = 0; from < rows.size(); from += ROWS) {
			portions.add(rows.subList(from, Math.min(rows.size(), from + ROWS)));
		}
		return portions;
	}

}
