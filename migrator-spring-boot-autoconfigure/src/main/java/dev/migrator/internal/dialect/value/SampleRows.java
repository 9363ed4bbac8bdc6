package dev.migrator.internal.dialect.value;

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
import java.util.stream.Stream;

import dev.migrator.internal.dialect.connection.Attempt;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.text.CheckedValues;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Domain;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Table;

/**
 * Writes a few rows into each table of a scratch database. Each column gets a value of
 * its type, or of a referenced row, that satisfies its checks, as far as the constants in
 * the checks help to find one.
 */
public final class SampleRows {

	private static final int ROWS = 3;

	private static final int ATTEMPTS = 8;

	private static final int LARGEST = 9;

	/** A string or a number in a condition. */
	private static final Pattern CONSTANT = Pattern.compile("'((?:[^']|'')*)'|(?<![\\w.])(\\d+(?:\\.\\d+)?)(?![\\w.])");

	private final ServerConnection connection;

	private final SampleValues values;

	private final Map<ObjectName, Domain> domains = new LinkedHashMap<>();

	private final Map<ObjectName, String> refused = new LinkedHashMap<>();

	private final Set<ObjectName> filled = new HashSet<>();

	private final List<Table> open;

	private SampleRows(ServerConnection connection, SchemaObjects schema) {
		this.connection = connection;
		this.open = new ArrayList<>(schema.tables());
		schema.all(DomainObject.class).forEach((object) -> this.domains.put(object.domain().name(), object.domain()));
		this.values = new SampleValues(schema.enums(), this.domains.values());
	}

	/**
	 * Writes the rows.
	 * @param connection the session, in a transaction
	 * @param schema the existing objects
	 * @return the tables without rows, each with the error of the server
	 */
	public static Map<ObjectName, String> write(ServerConnection connection, SchemaObjects schema) {
		SampleRows rows = new SampleRows(connection, schema);
		rows.write();
		schema.tables().forEach(rows::join);
		return rows.refused;
	}

	/**
	 * Fills referenced tables first, as far as there is no cycle.
	 */
	private void write() {
		Set<ObjectName> tried = new HashSet<>();
		boolean more = true;
		while (more) {
			more = this.open.removeIf((table) -> !waits(table) && tried.add(table.name()) && fill(table)) || fillOne();
		}
		this.refused.keySet().removeAll(this.filled);
	}

	private boolean waits(Table table) {
		return table.constraints()
			.stream()
			.anyMatch((constraint) -> constraint instanceof ForeignKey key && !key.table().equals(table.name())
					&& !this.filled.contains(key.table()));
	}

	private boolean fillOne() {
		for (Table table : this.open) {
			if (waits(table) && fill(table)) {
				return this.open.remove(table);
			}
		}
		return false;
	}

	/**
	 * Fills a table, with as many rows as the longest list of values of a column.
	 */
	private boolean fill(Table table) {
		int choices = choices(table);
		int wanted = Math.min(Math.max(ROWS, choices), LARGEST);
		int written = 0;
		if (attempt(table, List.of(1, 2, ROWS), Map.of(), false)) {
			written = ROWS;
		}
		int enough = (written > 0 || choices > 1) ? wanted : 2;
		Map<String, List<String>> constants = constants(table);
		for (int number = written + 1; number <= wanted && written < enough; number++) {
			written += write(table, number, constants) ? 1 : 0;
		}
		if (written > 0) {
			this.filled.add(table.name());
		}
		return written > 0;
	}

	private boolean write(Table table, int number, Map<String, List<String>> constants) {
		boolean taken = attempt(table, List.of(number), Map.of(), false)
				|| attempt(table, List.of(number), Map.of(), true);
		for (int i = 0; i < ATTEMPTS && !taken && !constants.isEmpty(); i++) {
			Map<String, String> attempt = new LinkedHashMap<>();
			int place = number - 1 + i;
			constants.forEach((column, found) -> attempt.put(column, found.get(place % found.size())));
			taken = attempt(table, List.of(number), attempt, false);
		}
		return taken;
	}

	/**
	 * Returns the largest number of values of a column that accepts only certain values.
	 */
	private int choices(Table table) {
		Stream<Integer> types = table.columns().stream().map((column) -> this.values.choices(column.type()));
		Stream<Check> ofDomains = table.columns()
			.stream()
			.flatMap((column) -> domain(column.type()).stream())
			.flatMap((domain) -> domain.checks().stream());
		Stream<String> conditions = Stream
			.concat(table.constraints()
				.stream()
				.flatMap((constraint) -> (constraint instanceof Check check) ? Stream.of(check) : Stream.empty()),
					ofDomains)
			.map(Check::condition);
		Stream<Integer> checked = conditions.flatMap((condition) -> CheckedValues.of(condition).stream())
			.map((values) -> values.values().size());
		return Stream.concat(types, checked).max(Integer::compare).orElse(1);
	}

	/**
	 * Makes rows without a reference refer to a row that exists now: in their own table,
	 * or in one that could not be filled before. Only one row can do so if the reference
	 * must be unique.
	 */
	private void join(Table table) {
		for (Constraint constraint : table.constraints()) {
			if (constraint instanceof ForeignKey key && this.filled.contains(table.name())
					&& this.filled.contains(key.table())) {
				String name = NameSql.of(table.name());
				String nothing = key.columns()
					.stream()
					.map((column) -> NameSql.of(column) + " IS NULL")
					.collect(Collectors.joining(" AND "));
				String update = "UPDATE %s SET (%s) = (SELECT %s FROM %s ORDER BY ctid LIMIT 1) WHERE ".formatted(name,
						NameSql.list(key.columns()), NameSql.list(key.referenced()), NameSql.of(key.table()));
				if (Attempt.of(this.connection, update + nothing + ";").isPresent()) {
					Attempt.of(this.connection,
							update + "ctid = (SELECT ctid FROM %s WHERE %s LIMIT 1);".formatted(name, nothing));
				}
			}
		}
	}

	/**
	 * @param rising whether each column has a larger value than the previous one
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
	 * Leaves out columns that get their numbers by themselves.
	 */
	private static boolean isGiven(Column column) {
		return column.identity() == null && column.generated() == null
				&& !(column.defaultValue() instanceof SqlExpression sql && sql.sql().contains("nextval("));
	}

	private String value(Column column, int number, Map<String, String> constants, Map<String, String> references) {
		String reference = references.get(column.name());
		if (reference != null) {
			return reference.formatted((number - 1) % ROWS);
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
	 * Returns SQL for the value in one of the referenced rows, by column of a foreign
	 * key.
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
	 * Returns values that may satisfy the conditions, by column of a condition.
	 */
	private Map<String, List<String>> constants(Table table) {
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
		return byColumn;
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
