package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.migrator.schema.Check;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Domain;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SqlExpression;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.DomainObject;
import dev.migrator.schema.object.SchemaObjects;

/**
 * Writes a few rows into each table of a scratch: a value in each column, of its type, of
 * the rows that it references, and within its checks as far as their own constants lead
 * there.
 */
public final class SampleRows {

	private static final int ROWS = 3;

	private static final int ATTEMPTS = 8;

	private static final int LARGEST = 9;

	/** A text or a number in a condition. */
	private static final Pattern CONSTANT = Pattern.compile("'((?:[^']|'')*)'|(?<![\\w.])(\\d+(?:\\.\\d+)?)(?![\\w.])");

	private final ServerConnection connection;

	private final SampleValues values;

	private final Map<ObjectName, Domain> domains = new LinkedHashMap<>();

	private final Map<ObjectName, String> refused = new LinkedHashMap<>();

	private final Set<ObjectName> filled = new HashSet<>();

	private SampleRows(ServerConnection connection, SchemaObjects schema) {
		this.connection = connection;
		schema.all(DomainObject.class).forEach((object) -> this.domains.put(object.domain().name(), object.domain()));
		this.values = new SampleValues(schema.enums(), this.domains.values());
	}

	/**
	 * Writes them.
	 * @param connection the session, in a transaction
	 * @param schema what is there
	 * @return the tables that took none, each with what the server said
	 */
	public static Map<ObjectName, String> write(ServerConnection connection, SchemaObjects schema) {
		SampleRows rows = new SampleRows(connection, schema);
		List<Table> open = new ArrayList<>(schema.tables());
		while (open.removeIf(rows::fill)) {
			rows.refused.keySet().removeAll(rows.filled);
		}
		return rows.refused;
	}

	/**
	 * Fills a table, unless it references one that has no rows yet.
	 */
	private boolean fill(Table table) {
		List<Integer> written = new ArrayList<>();
		if (attempt(table, List.of(1, 2, ROWS), Map.of(), false)) {
			written.add(ROWS);
		}
		else {
			List<Map<String, String>> constants = constants(table);
			for (int number = 1; number <= ROWS && written.size() < 2; number++) {
				boolean taken = attempt(table, List.of(number), Map.of(), false)
						|| attempt(table, List.of(number), Map.of(), true);
				for (int i = 0; i < constants.size() && !taken; i++) {
					taken = attempt(table, List.of(number), constants.get(i), false);
				}
				if (taken) {
					written.add(number);
				}
			}
		}
		if (!written.isEmpty()) {
			this.filled.add(table.name());
		}
		return !written.isEmpty();
	}

	/**
	 * @param rising whether each column has a larger value than the one before
	 */
	private boolean attempt(Table table, List<Integer> numbers, Map<String, String> constants, boolean rising) {
		return Attempt.of(this.connection, insert(table, numbers, constants, rising)).map((error) -> {
			this.refused.put(table.name(), error.message());
			return false;
		}).orElse(true);
	}

	private String insert(Table table, List<Integer> numbers, Map<String, String> constants, boolean rising) {
		List<Column> columns = table.columns().stream().filter(SampleRows::isGiven).toList();
		if (columns.isEmpty()) {
			return "INSERT INTO %s DEFAULT VALUES;".formatted(NameSql.of(table.name())).repeat(numbers.size());
		}
		Map<String, String> references = references(table);
		String rows = numbers.stream()
			.map((number) -> IntStream.range(0, columns.size())
				.mapToObj((i) -> value(columns.get(i), rising ? Math.min(number + i, LARGEST) : number, constants,
						references))
				.collect(Collectors.joining(", ", "(", ")")))
			.collect(Collectors.joining(", "));
		return "INSERT INTO %s (%s) VALUES %s;".formatted(NameSql.of(table.name()),
				NameSql.list(columns.stream().map(Column::name).toList()), rows);
	}

	/**
	 * What counts by itself goes on doing that.
	 */
	private static boolean isGiven(Column column) {
		return column.identity() == null && column.generated() == null
				&& !(column.defaultValue() instanceof SqlExpression sql && sql.sql().contains("nextval("));
	}

	private String value(Column column, int number, Map<String, String> constants, Map<String, String> references) {
		String reference = references.get(column.name());
		if (reference != null) {
			return reference.formatted(number - 1);
		}
		String constant = constants.get(column.name());
		if (constant != null) {
			return SqlText.literal(constant);
		}
		return this.values.of(column.type(), number)
			.map(SqlText::literal)
			.orElse((column.defaultValue() != null) ? "DEFAULT" : "NULL");
	}

	/**
	 * By column of a foreign key, SQL of the value in one of the referenced rows.
	 */
	private static Map<String, String> references(Table table) {
		Map<String, String> references = new LinkedHashMap<>();
		for (Constraint constraint : table.constraints()) {
			if (constraint instanceof ForeignKey key) {
				for (int i = 0; i < key.columns().size(); i++) {
					references.put(key.columns().get(i),
							key.table().equals(table.name()) ? "NULL"
									: "(SELECT %s FROM %s ORDER BY ctid OFFSET %%s LIMIT 1)".formatted(
											NameSql.of(key.referenced().get(i)).replace("%", "%%"),
											NameSql.of(key.table()).replace("%", "%%")));
				}
			}
		}
		return references;
	}

	/**
	 * By columns that are in conditions, values that may fulfil them.
	 */
	private List<Map<String, String>> constants(Table table) {
		Map<String, List<String>> byColumn = new LinkedHashMap<>();
		for (Column column : table.columns()) {
			Set<String> found = new LinkedHashSet<>();
			for (Constraint constraint : table.constraints()) {
				if (constraint instanceof Check check && ExpressionColumns.isOver(check, Set.of(column.name()))) {
					found.addAll(in(check.condition()));
				}
			}
			domain(column.type())
				.ifPresent((domain) -> domain.checks().forEach((check) -> found.addAll(in(check.condition()))));
			if (!found.isEmpty()) {
				byColumn.put(column.name(), List.copyOf(found));
			}
		}
		List<Map<String, String>> attempts = new ArrayList<>();
		for (int i = 0; i < (byColumn.isEmpty() ? 0 : ATTEMPTS); i++) {
			Map<String, String> attempt = new LinkedHashMap<>();
			int number = i;
			byColumn.forEach((column, found) -> attempt.put(column, found.get(number % found.size())));
			attempts.add(attempt);
		}
		return attempts;
	}

	private Optional<Domain> domain(DataType type) {
		return type.userType().map(this.domains::get);
	}

	private static List<String> in(String condition) {
		List<String> found = new ArrayList<>();
		Matcher constant = CONSTANT.matcher(condition);
		while (constant.find()) {
			String number = constant.group(2);
			if (number == null) {
				found.add(constant.group(1).replace("''", "'"));
			}
			else if (!number.contains(".") && number.length() < 18) {
				long value = Long.parseLong(number);
				found.addAll(List.of(String.valueOf(value + 1), number, String.valueOf(value - 1)));
			}
			else {
				found.add(number);
			}
		}
		return found;
	}

}
