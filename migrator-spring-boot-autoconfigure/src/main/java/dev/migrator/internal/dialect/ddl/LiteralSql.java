package dev.migrator.internal.dialect.ddl;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.Expression.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * Writes values so that nothing in them can become SQL, and writes expressions unchanged.
 */
public final class LiteralSql {

	/** Expressions that need no parentheses after DEFAULT. */
	private static final Pattern SIMPLE = Pattern.compile(
			"[A-Za-z_][\\w.]*(\\([^()]*\\))?|-?\\d+(\\.\\d+)?|'([^'\\\\]|'')*+'(::[a-z_][\\w. ]*(\\([\\d, ]*\\))?(\\[\\])?)?");

	private static final Pattern FINITE = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

	private LiteralSql() {
	}

	public static String of(Expression expression) {
		return (expression instanceof SqlExpression sql) ? SqlFragment.one(sql.sql()) : of((Literal) expression);
	}

	/**
	 * Writes an expression for a position where only a simple one is possible without
	 * parentheses.
	 */
	static String inParentheses(Expression expression) {
		String text = of(expression);
		return (expression instanceof Literal || SIMPLE.matcher(text).matches()) ? text : "(" + text + ")";
	}

	/**
	 * Writes a value that is compared. In quotes, PostgreSQL reads it as a value of the
	 * column's type, so 42 also equals a text.
	 */
	static String compared(Expression expression) {
		return (expression instanceof Literal literal && literal.value() != null)
				? SqlText.literal(input(literal.value())) : of(expression);
	}

	static String text(@Nullable String value) {
		return (value != null) ? SqlText.literal(value) : "NULL";
	}

	private static String of(Literal literal) {
		Object value = literal.value();
		if (value == null) {
			return "NULL";
		}
		boolean bare = value instanceof Boolean
				|| (value instanceof Number && FINITE.matcher(value.toString()).matches());
		return bare ? value.toString() : SqlText.literal(input(value));
	}

	/**
	 * Writes a value for the input function of its type.
	 */
	private static String input(Object value) {
		if (value instanceof ByteBuffer bytes) {
			byte[] copy = new byte[bytes.remaining()];
			bytes.duplicate().get(copy);
			return "\\x" + HexFormat.of().formatHex(copy);
		}
		if (value instanceof List<?> elements) {
			return elements.stream()
				.map((element) -> element(((Literal) Objects.requireNonNull(element)).value()))
				.collect(Collectors.joining(",", "{", "}"));
		}
		return value.toString();
	}

	private static String element(@Nullable Object value) {
		if (value == null) {
			return "NULL";
		}
		String text = input(value);
		return (value instanceof List<?>) ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

}
