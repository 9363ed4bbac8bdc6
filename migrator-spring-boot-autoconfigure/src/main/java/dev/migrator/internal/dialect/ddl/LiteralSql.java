package dev.migrator.internal.dialect.ddl;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Literal;
import dev.migrator.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * Writes values so that nothing in them can become SQL, and expressions as they are.
 */
public final class LiteralSql {

	/** What needs no parentheses behind DEFAULT. */
	private static final Pattern SIMPLE = Pattern.compile(
			"[A-Za-z_][\\w.]*(\\([^()]*\\))?|-?\\d+(\\.\\d+)?|'([^'\\\\]|'')*+'(::[a-z_][\\w. ]*(\\([\\d, ]*\\))?(\\[\\])?)?");

	private static final Pattern FINITE = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

	private LiteralSql() {
	}

	public static String of(Expression expression) {
		return (expression instanceof SqlExpression sql) ? SqlFragment.one(sql.sql()) : of((Literal) expression);
	}

	/**
	 * An expression where only a simple one may stand without parentheses.
	 */
	static String inParentheses(Expression expression) {
		String text = of(expression);
		return (expression instanceof Literal || SIMPLE.matcher(text).matches()) ? text : "(" + text + ")";
	}

	/**
	 * A value that is compared: in quotes, PostgreSQL takes it for one of the type that
	 * the column has, and 42 equals a text.
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
	 * A value as the input function of its type takes it.
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
