package dev.migrator.internal.dialect.text;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.CharacterSource;
import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlScanner;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.schema.DataType.WrittenType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import org.jspecify.annotations.Nullable;

/**
 * A table as people and tools create it, with only columns and unnamed keys.
 *
 * @param name its name
 * @param columns its columns
 * @param primaryKey the columns of its primary key, none if it has none
 * @param uniques the columns of each unique constraint
 */
public record WrittenTable(ObjectName name, List<Column> columns, List<String> primaryKey, List<List<String>> uniques) {

	/** The words with which an element begins that is not a column. */
	private static final Set<String> OTHERS = Set.of("LIKE", "CONSTRAINT", "CHECK", "FOREIGN", "EXCLUDE");

	private static final Pattern CREATE = Pattern
		.compile("(?is)\\s*create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?([^()]+?)\\s*\\((.*)\\)\\s*;?\\s*");

	/**
	 * Reads a table.
	 * @param sql one statement
	 * @return the table, or empty if the statement does not create one, or has a clause
	 * that is not supported here
	 */
	public static Optional<WrittenTable> parse(String sql) {
		Matcher create = CREATE.matcher(sql);
		try {
			return create.matches() ? Optional.ofNullable(parse(create.group(1), create.group(2))) : Optional.empty();
		}
		catch (UnreadableSqlException | InvalidDefinitionException ex) {
			return Optional.empty();
		}
	}

	private static @Nullable WrittenTable parse(String written, String elements) {
		WrittenWords nameWords = new WrittenWords(written);
		ObjectName name = nameWords.takeName();
		if (name == null || !nameWords.isAtEnd()) {
			return null;
		}
		List<Column> columns = new ArrayList<>();
		List<String> primaryKey = new ArrayList<>();
		List<List<String>> uniques = new ArrayList<>();
		for (String element : split(elements)) {
			WrittenWords words = new WrittenWords(element);
			List<String> key = new ArrayList<>();
			if (words.take("PRIMARY", "KEY")) {
				key = primaryKey;
			}
			else if (words.take("UNIQUE")) {
				uniques.add(key);
			}
			else {
				Column column = column(element, primaryKey, uniques);
				if (column == null) {
					return null;
				}
				columns.add(column);
				continue;
			}
			if (!takeColumns(words, key)) {
				return null;
			}
		}
		return new WrittenTable(name, columns.stream().map((column) -> keyed(column, primaryKey)).toList(), primaryKey,
				uniques);
	}

	private static boolean takeColumns(WrittenWords words, List<String> columns) {
		boolean more = words.take("(");
		while (more) {
			ObjectName column = words.takeName();
			if (column == null || column.schema() != null) {
				return false;
			}
			columns.add(column.name());
			more = words.take(",");
		}
		return words.take(")") && words.isAtEnd();
	}

	private static @Nullable Column column(String element, List<String> primaryKey, List<List<String>> uniques) {
		Matcher parts = Pattern.compile("(?s)\\s*(" + NameText.UNQUOTED + "|" + NameText.QUOTED + ")\\s+(.+)")
			.matcher(element);
		if (!parts.matches() || OTHERS.contains(parts.group(1).toUpperCase(Locale.ROOT))) {
			return null;
		}
		String name = NameText.of(parts.group(1));
		WrittenColumn written = WrittenColumn.parse(parts.group(2));
		if (written.type() instanceof WrittenType) {
			return null;
		}
		if (Lexemes.containsSequence(Lexemes.of(parts.group(2)), "PRIMARY", "KEY")) {
			primaryKey.add(name);
		}
		if (written.unique()) {
			uniques.add(List.of(name));
		}
		Expression value = (written.defaultValue() != null) ? new SqlExpression(written.defaultValue()) : null;
		return new Column(name, written.type(), !written.notNull(), value, written.identity(), written.generated(),
				written.collation(), null);
	}

	private static Column keyed(Column column, List<String> primaryKey) {
		return primaryKey.contains(column.name()) ? new Column(column.name(), column.type(), false,
				column.defaultValue(), column.identity(), column.generated(), column.collation(), null) : column;
	}

	/**
	 * Splits at the commas outside of parentheses.
	 */
	private static List<String> split(String sql) {
		SqlScanner scanner = new SqlScanner(new CharacterSource(new StringReader(sql), 1));
		List<String> parts = new ArrayList<>();
		int depth = 0;
		int start = 0;
		for (SqlScanner.Kind kind = scanner.next(); kind != SqlScanner.Kind.END; kind = scanner.next()) {
			depth += (kind == SqlScanner.Kind.OPEN) ? 1 : (kind == SqlScanner.Kind.CLOSE) ? -1 : 0;
			if (depth == 0 && sql.startsWith(",", (int) scanner.start())) {
				parts.add(sql.substring(start, (int) scanner.start()));
				start = (int) scanner.start() + 1;
			}
		}
		parts.add(sql.substring(start));
		return parts;
	}

}
