package dev.migrator.internal.dialect.ddl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.OuterParentheses;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.text.CheckedValues;
import dev.migrator.operation.EnumTypedColumn;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Identity;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Writes SQL that the author of a revision must check or complete.
 */
public final class AdvisedSql {

	private AdvisedSql() {
	}

	/**
	 * Gives a value to the rows without a value in a column.
	 * @param column the column
	 * @return a statement with an ellipsis for the value
	 */
	public static String fill(ColumnName column) {
		String name = NameSql.of(column.column());
		return "UPDATE %s SET %s = ... WHERE %s IS NULL;".formatted(NameSql.of(column.table()), name, name);
	}

	/**
	 * Lets a sequence continue after the numbers in the rows.
	 * @param sequence the sequence
	 * @param column the column with the numbers
	 * @return a statement
	 */
	public static String goOn(Sequence sequence, ColumnName column) {
		return "SELECT setval(%s, (SELECT %s(%s) FROM %s));".formatted(SqlText.literal(NameSql.of(sequence.name())),
				sequence.options().isDown() ? "min" : "max", NameSql.of(column.column()), NameSql.of(column.table()));
	}

	/**
	 * Replaces removed values in the rows of a column whose enum type is created again.
	 * @param column the column
	 * @param type its type
	 * @param gone the values that the type no longer has
	 * @return the expression after {@code USING}, with an ellipsis for each value
	 */
	public static String replace(EnumTypedColumn column, ObjectName type, List<String> gone) {
		String name = NameSql.of(column.column().column());
		Map<String, String> replaced = new LinkedHashMap<>();
		gone.forEach((value) -> replaced.put(value, "..."));
		return column.array()
				? "(%s)::%s[]".formatted(EnumSql.arrayReplace(name + "::text[]", replaced), NameSql.of(type))
				: "(%s)::%s".formatted(EnumSql.alone(name, replaced), NameSql.of(type));
	}

	/**
	 * Gives another value to the rows with a value that a check refuses.
	 * @param table their table
	 * @param gone the values
	 * @param then the values that the check accepts
	 * @param others the values that replace them, in the same order, or empty if they are
	 * unknown
	 * @return a statement for each value, with an ellipsis for each unknown value
	 */
	public static String update(ObjectName table, List<String> gone, CheckedValues then, List<String> others) {
		return IntStream.range(0, gone.size())
			.mapToObj((i) -> then.update(NameSql.of(table), gone.get(i), (i < others.size()) ? others.get(i) : null))
			.collect(Collectors.joining("\n"));
	}

	/**
	 * Gives another value to the rows that a check refuses.
	 * @param column the column
	 * @param condition the condition of the check
	 * @return a statement with an ellipsis for the value
	 */
	public static String updateOthers(ColumnName column, String condition) {
		return "UPDATE %s SET %s = ... WHERE NOT (%s);".formatted(NameSql.of(column.table()),
				NameSql.of(column.column()), OuterParentheses.without(condition));
	}

	/**
	 * Lets an identity continue after the numbers in the rows.
	 * @param column the column
	 * @param identity the identity
	 * @return a statement
	 */
	public static String goOn(ColumnName column, Identity identity) {
		return SequenceSql.behindTheRows(column, identity.options()) + ";";
	}

	/**
	 * Inserts the rows into a table that the rows of another table must reference.
	 * @param key the foreign key
	 * @param table its table
	 * @param overriding whether one of the columns accepts only its own numbers
	 * @return a statement with an ellipsis for the other columns
	 */
	public static String referenced(ForeignKey key, ObjectName table, boolean overriding) {
		String columns = NameSql.list(key.columns());
		String filled = key.columns()
			.stream()
			.map((column) -> NameSql.of(column) + " IS NOT NULL")
			.collect(Collectors.joining(" AND "));
		return "INSERT INTO %s (%s, ...)%s SELECT DISTINCT %s, ... FROM %s WHERE %s;".formatted(NameSql.of(key.table()),
				NameSql.list(key.referenced()), overriding ? " OVERRIDING SYSTEM VALUE" : "", columns,
				NameSql.of(table), filled);
	}

	/**
	 * Converts the values of a column that represent the constants of an enum.
	 * @param from the values, names or numbers
	 * @param to the new values
	 * @param inOrder whether each value becomes the one at the same position
	 * @param type the enum type that the column gets, or {@code null} for none
	 * @return the expression after {@code USING}, with an ellipsis for each unknown value
	 */
	public static String constants(CheckedValues from, CheckedValues to, boolean inOrder, @Nullable ObjectName type) {
		String open = to.numbers() ? "..." : "'...'";
		return IntStream.range(0, from.values().size())
			.mapToObj((i) -> "WHEN %s THEN %s".formatted(from.literal(from.values().get(i)),
					inOrder ? to.literal(to.values().get(i)) : open))
			.collect(Collectors.joining(" ", "(CASE " + NameSql.of(from.column()) + " ", " END)"))
				+ ((type != null) ? "::" + NameSql.of(type) : "");
	}

	/**
	 * Replaces the names of enum constants in the rows of a column that it no longer
	 * accepts.
	 * @param column the column
	 * @param gone the values
	 * @param type the enum type that the column gets, or {@code null} for none
	 * @return the expression after {@code USING}, with an ellipsis for each value
	 */
	public static String names(String column, List<String> gone, @Nullable ObjectName type) {
		Map<String, String> replaced = new LinkedHashMap<>();
		gone.forEach((value) -> replaced.put(value, "..."));
		return "(%s)".formatted(EnumSql.alone(NameSql.of(column), replaced))
				+ ((type != null) ? "::" + NameSql.of(type) : "");
	}

	/**
	 * Fails, if nothing else can be done.
	 * @param message the error message of the server
	 * @return a statement
	 */
	public static String refusal(String message) {
		return SqlText.block("BEGIN\n    RAISE EXCEPTION USING MESSAGE = " + SqlText.literal(message) + ";\nEND")
			.stripTrailing();
	}

}
