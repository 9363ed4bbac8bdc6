package dev.migrator.internal.dialect.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * The values in the rows of tables.
 *
 * @param columns by column, its values as strings in a fixed order, without NULL
 */
public record HeldValues(Map<ColumnName, List<String>> columns) {

	private static final int TABLES_IN_A_MESSAGE = 100;

	public HeldValues {
		columns = Map.copyOf(columns);
	}

	/**
	 * Reads the values.
	 * @param connection the session
	 * @param tables the tables
	 * @return their values
	 */
	public static HeldValues read(ServerConnection connection, Collection<Table> tables) {
		Map<ColumnName, List<String>> columns = new HashMap<>();
		List<Table> all = List.copyOf(tables);
		for (int i = 0; i < all.size(); i += TABLES_IN_A_MESSAGE) {
			List<Table> portion = all.subList(i, Math.min(all.size(), i + TABLES_IN_A_MESSAGE));
			List<List<Row>> rows = connection.queries(portion.stream().map(HeldValues::query).toList());
			for (int number = 0; number < portion.size(); number++) {
				add(portion.get(number), rows.get(number), columns);
			}
		}
		return new HeldValues(columns);
	}

	private static String query(Table table) {
		String columns = Stream
			.concat(Stream.of("1"), table.columns().stream().map((column) -> NameSql.of(column.name()) + "::text"))
			.collect(Collectors.joining(", "));
		return "SELECT %s FROM %s".formatted(columns, NameSql.of(table.name()));
	}

	private static void add(Table table, List<Row> rows, Map<ColumnName, List<String>> columns) {
		for (int i = 0; i < table.columns().size(); i++) {
			Column column = table.columns().get(i);
			List<String> values = new ArrayList<>();
			for (Row row : rows) {
				String value = row.text(i + 1);
				if (value != null) {
					values.add(value);
				}
			}
			values.sort(null);
			columns.put(new ColumnName(table.name(), column.name()), List.copyOf(values));
		}
	}

	/**
	 * Returns the values of a column.
	 * @param column the column
	 * @return its values, or {@code null} if the column does not exist
	 */
	public @Nullable List<String> of(ColumnName column) {
		return this.columns.get(column);
	}

	/**
	 * Empties the tables again.
	 * @param connection the session
	 * @param tables the tables
	 */
	public static void clear(ServerConnection connection, Collection<Table> tables) {
		if (!tables.isEmpty()) {
			connection.send("TRUNCATE "
					+ tables.stream().map((table) -> NameSql.of(table.name())).collect(Collectors.joining(", ")));
		}
	}

}
