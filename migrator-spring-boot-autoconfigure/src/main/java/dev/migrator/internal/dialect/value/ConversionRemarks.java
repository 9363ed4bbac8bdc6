package dev.migrator.internal.dialect.value;

import dev.migrator.internal.dialect.ddl.TypeSql;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.BuiltInType;
import org.jspecify.annotations.Nullable;

import static dev.migrator.schema.BuiltIn.BYTEA;
import static dev.migrator.schema.BuiltIn.DATE;
import static dev.migrator.schema.BuiltIn.INTERVAL;
import static dev.migrator.schema.BuiltIn.OID;
import static dev.migrator.schema.BuiltIn.TIME;
import static dev.migrator.schema.BuiltIn.TIMESTAMP;
import static dev.migrator.schema.BuiltIn.TIMESTAMPTZ;

/**
 * Says what the author must know about the conversion of a column to another type.
 *
 * @param conversion the conversion
 */
public record ConversionRemarks(TypeConversion conversion) {

	/**
	 * Returns what the author must know about a conversion that PostgreSQL makes without
	 * an error, but that may not be the intended one.
	 * @param column the name of the column
	 * @return a sentence, or {@code null} if there is nothing to say
	 */
	public @Nullable String surprise(String column) {
		String name = NameSql.of(column);
		if (this.conversion.isOpen()) {
			return "only you know the new values; PostgreSQL refuses this until USING gives them" + example(name);
		}
		if (!(this.conversion.from() instanceof BuiltInType one)
				|| !(this.conversion.to() instanceof BuiltInType other)) {
			return null;
		}
		if (one.type() == OID && (BuiltInCasts.TEXTS.contains(other.type()) || other.type() == BYTEA)) {
			return "the values are numbers of large objects, and would stay numbers; their content is lo_get(%s)"
				.formatted(name)
					+ (BuiltInCasts.TEXTS.contains(other.type())
							? ", as text convert_from(lo_get(%s), 'UTF8')".formatted(name) : "");
		}
		if (one.type() == BYTEA && BuiltInCasts.TEXTS.contains(other.type())) {
			return "bytes would become hexadecimal digits; their text is convert_from(%s, 'UTF8')".formatted(name);
		}
		boolean zone = one.type() == TIMESTAMPTZ || other.type() == TIMESTAMPTZ;
		boolean moment = (one.type() == TIMESTAMP || one.type() == DATE || one.type() == TIMESTAMPTZ)
				&& (other.type() == TIMESTAMP || other.type() == DATE || other.type() == TIMESTAMPTZ);
		return (zone && moment && one.type() != other.type())
				? "the time zone of the session decides the new values; to name a time zone, write %s AT TIME ZONE 'UTC'"
					.formatted(name)
				: null;
	}

	/**
	 * Returns useful facts about a conversion without loss.
	 * @param column the name of the column
	 * @return a sentence, or {@code null} if there is nothing to say
	 */
	public @Nullable String hint(String column) {
		if (this.conversion.using(column) != null) {
			return "PostgreSQL does not convert these types by itself; check the USING expression";
		}
		if (!(this.conversion.from() instanceof BuiltInType one) || !(this.conversion.to() instanceof BuiltInType other)
				|| !BuiltInCasts.TEXTS.contains(other.type())) {
			return null;
		}
		if (BuiltInCasts.INTEGERS.contains(one.type())) {
			return ("the numbers become their digits; if they represent the constants of an enum, write the names:\n"
					+ "USING (CASE %s WHEN 0 THEN '...' WHEN 1 THEN '...' END)")
				.formatted(NameSql.of(column));
		}
		return (BuiltInCasts.TEXTS.contains(one.type()) && TypeConversion.length(other) < TypeConversion.length(one))
				? "PostgreSQL refuses this while a value is longer than %s".formatted(TypeConversion.length(other))
				: null;
	}

	/**
	 * Returns an example of the expression, if a likely one is known.
	 */
	private String example(String name) {
		if (this.conversion.to() instanceof ArrayType array && array.element().equals(this.conversion.from())) {
			return ": ARRAY[%s] for one value each".formatted(name);
		}
		if (!(this.conversion.from() instanceof BuiltInType one)
				|| !(this.conversion.to() instanceof BuiltInType other)) {
			return "";
		}
		if (BuiltInCasts.NUMBERS.contains(one.type()) && other.type() == INTERVAL) {
			return ": make_interval(secs => %1$s) for seconds, make_interval(secs => %1$s / 1e9) for nanoseconds"
				.formatted(name);
		}
		if (BuiltInCasts.NUMBERS.contains(one.type()) && (other.type() == TIMESTAMP || other.type() == TIMESTAMPTZ)) {
			return ": to_timestamp(%s) for seconds since 1970".formatted(name);
		}
		if (BuiltInCasts.MEASURES.contains(one.type()) && BuiltInCasts.NUMBERS.contains(other.type())) {
			return ": extract(epoch from %s) for seconds".formatted(name);
		}
		if (other.type() == BYTEA) {
			return ": convert_to(%s::text, 'UTF8') for the bytes of its text".formatted(name);
		}
		return (one.type() == BYTEA)
				? ": convert_from(%s, 'UTF8')::%s for the text in the bytes".formatted(name, TypeSql.of(other)) : "";
	}

}
