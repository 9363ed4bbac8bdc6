package dev.migrator.operation.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.Expression.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as an author would write them.
 */
final class ValueCode {

	private final JavaCode java;

	ValueCode(JavaCode java) {
		this.java = java;
	}

	String defaultOf(Expression value) {
		return (value instanceof SqlExpression sql) ? this.java.link("defaultSql", sql.sql())
				: ".defaultTo(" + of(value) + ")";
	}

	String of(Expression value) {
		return (value instanceof SqlExpression sql)
				? this.java.statically(Expression.class, "sql", this.java.text(sql.sql()))
				: of(((Literal) value).value());
	}

	private String of(@Nullable Object value) {
		if (value == null || value instanceof Boolean || value instanceof Integer) {
			return String.valueOf(value);
		}
		if (value instanceof String text) {
			return JavaText.quoted(text);
		}
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof List<?> elements) {
			return list(elements);
		}
		if (value instanceof ByteBuffer bytes) {
			byte[] copy = new byte[bytes.remaining()];
			bytes.duplicate().get(copy);
			return this.java.name(HexFormat.class) + ".of().parseHex(\"" + HexFormat.of().formatHex(copy) + "\")";
		}
		String parse = (value instanceof UUID) ? ".fromString(" : ".parse(";
		return this.java.name(value.getClass()) + parse + this.java.text(value) + ")";
	}

	private String number(Number number) {
		if (number instanceof BigDecimal || number instanceof BigInteger) {
			return "new " + this.java.name(number.getClass()) + "(" + this.java.text(number) + ")";
		}
		if (number instanceof Double || number instanceof Float) {
			return floating(number);
		}
		if (number instanceof Long) {
			return number + "L";
		}
		return ((number instanceof Byte) ? "(byte) " : "(short) ") + number;
	}

	private static String floating(Number number) {
		String type = number.getClass().getSimpleName();
		double value = number.doubleValue();
		if (Double.isNaN(value)) {
			return type + ".NaN";
		}
		if (Double.isInfinite(value)) {
			return type + ((value > 0) ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
		}
		return number + ((number instanceof Float) ? "f" : "");
	}

	private String list(List<?> elements) {
		return this.java.listOf(elements.stream().map((element) -> of((Expression) element)).toList());
	}

}
