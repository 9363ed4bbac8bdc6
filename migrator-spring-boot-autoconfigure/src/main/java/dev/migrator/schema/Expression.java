package dev.migrator.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A value: the value itself, or SQL that computes it.
 */
public sealed interface Expression {

	/**
	 * Creates an expression from a value. An {@link Expression} stays as it is.
	 * @param value a value for {@link Literal#of}, or an expression
	 * @return the expression
	 */
	static Expression of(@Nullable Object value) {
		return (value instanceof Expression expression) ? expression : Literal.of(value);
	}

	/**
	 * Creates SQL that computes a value, for use where a value is expected.
	 * @param sql the SQL
	 * @return the expression
	 */
	static SqlExpression sql(String sql) {
		return new SqlExpression(sql);
	}

	/**
	 * A value that is known when the revision is written. It is always escaped, so it
	 * never becomes SQL.
	 *
	 * @param value {@code null}, text, a number, a boolean, a UUID, bytes (read-only
	 * {@link ByteBuffer}), a date or time of {@code java.time}, or a list of such
	 * literals, which is an array
	 */
	record Literal(@Nullable Object value) implements Expression {

		private static final Set<Class<?>> TAKEN = Set.of(String.class, Boolean.class, Byte.class, Short.class,
				Integer.class, Long.class, Float.class, Double.class, BigInteger.class, BigDecimal.class, UUID.class,
				LocalDate.class, LocalTime.class, LocalDateTime.class, OffsetTime.class, OffsetDateTime.class,
				Instant.class, Duration.class, Period.class);

		public Literal {
			value = normalize(value);
		}

		/**
		 * Creates a literal.
		 * @param value {@code null}, text or a character, a number, a boolean, a UUID, a
		 * {@code byte[]}, a date or time of {@code java.time}, an enum constant (its
		 * name), or a collection of such values, which is an array
		 * @return the literal
		 * @throws InvalidDefinitionException if it is something else, or contains
		 * something that PostgreSQL cannot store
		 */
		public static Literal of(@Nullable Object value) {
			return (value instanceof Literal literal) ? literal : new Literal(value);
		}

		/**
		 * Returns whether a value is a plain value, which can only become a literal.
		 * @param value the value
		 * @return whether it is text, a number, a boolean, a UUID, or a date or time of
		 * {@code java.time}
		 */
		public static boolean isPlain(Object value) {
			return TAKEN.contains(value.getClass());
		}

		private static @Nullable Object normalize(@Nullable Object value) {
			if (value == null) {
				return null;
			}
			if (value instanceof byte[] bytes) {
				return ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer();
			}
			if (value instanceof ByteBuffer buffer) {
				return ByteBuffer.allocate(buffer.remaining()).put(buffer.duplicate()).flip().asReadOnlyBuffer();
			}
			if (value instanceof Set<?> && !(value instanceof SortedSet<?> || value instanceof LinkedHashSet<?>
					|| value instanceof EnumSet<?>)) {
				throw new InvalidDefinitionException(
						"A set has no fixed order, so it could be written in another order next time: %s."
							.formatted(value),
						"Use a list.");
			}
			if (value instanceof Collection<?> elements) {
				return elements.stream().map(Literal::of).toList();
			}
			if (value instanceof Object[] elements) {
				return Arrays.stream(elements).map(Literal::of).toList();
			}
			if (value instanceof ZonedDateTime time) {
				return time.toOffsetDateTime();
			}
			if (value instanceof Enum<?> constant) {
				return constant.name();
			}
			if (value instanceof Character || value instanceof CharSequence) {
				return TextRule.check("A text", value.toString());
			}
			if (!TAKEN.contains(value.getClass())) {
				throw new InvalidDefinitionException(
						"A value of type %s cannot be written into SQL.".formatted(value.getClass().getName()),
						"Convert it to text, a number, a boolean, a UUID, a byte[], a date or time of java.time, or a "
								+ "collection of these; or write it with Expression.sql(\"...\").");
			}
			return value;
		}

	}

	/**
	 * SQL that computes a value, as its author wrote it.
	 *
	 * @param sql the SQL: {@code now()}
	 */
	record SqlExpression(String sql) implements Expression {

		public SqlExpression {
			if (sql.isBlank()) {
				throw new InvalidDefinitionException("An expression is empty.", "Write it as in SQL: now().");
			}
		}

		/**
		 * Returns whether it takes numbers from a sequence.
		 * @return whether it is a call of {@code nextval}, as PostgreSQL prints that
		 */
		public boolean takesNumbers() {
			return this.sql.startsWith("nextval(");
		}

	}

}
