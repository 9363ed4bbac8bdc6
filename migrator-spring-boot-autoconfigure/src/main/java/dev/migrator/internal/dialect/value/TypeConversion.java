package dev.migrator.internal.dialect.value;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.dialect.ddl.TypeSql;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.BuiltInType;
import org.jspecify.annotations.Nullable;

import static dev.migrator.schema.BuiltIn.BIGINT;
import static dev.migrator.schema.BuiltIn.BIT;
import static dev.migrator.schema.BuiltIn.BOOLEAN;
import static dev.migrator.schema.BuiltIn.BYTEA;
import static dev.migrator.schema.BuiltIn.BYTE_CHAR;
import static dev.migrator.schema.BuiltIn.CHAR;
import static dev.migrator.schema.BuiltIn.CID;
import static dev.migrator.schema.BuiltIn.CIDR;
import static dev.migrator.schema.BuiltIn.DATE;
import static dev.migrator.schema.BuiltIn.DOUBLE_PRECISION;
import static dev.migrator.schema.BuiltIn.INET;
import static dev.migrator.schema.BuiltIn.INTEGER;
import static dev.migrator.schema.BuiltIn.INTERVAL;
import static dev.migrator.schema.BuiltIn.JSON;
import static dev.migrator.schema.BuiltIn.JSONB;
import static dev.migrator.schema.BuiltIn.JSONPATH;
import static dev.migrator.schema.BuiltIn.MACADDR;
import static dev.migrator.schema.BuiltIn.MACADDR8;
import static dev.migrator.schema.BuiltIn.MONEY;
import static dev.migrator.schema.BuiltIn.NAME;
import static dev.migrator.schema.BuiltIn.NUMERIC;
import static dev.migrator.schema.BuiltIn.OID;
import static dev.migrator.schema.BuiltIn.REAL;
import static dev.migrator.schema.BuiltIn.SMALLINT;
import static dev.migrator.schema.BuiltIn.TEXT;
import static dev.migrator.schema.BuiltIn.TIME;
import static dev.migrator.schema.BuiltIn.TIMESTAMP;
import static dev.migrator.schema.BuiltIn.TIMESTAMPTZ;
import static dev.migrator.schema.BuiltIn.TIMETZ;
import static dev.migrator.schema.BuiltIn.TSQUERY;
import static dev.migrator.schema.BuiltIn.TSVECTOR;
import static dev.migrator.schema.BuiltIn.VARBIT;
import static dev.migrator.schema.BuiltIn.VARCHAR;
import static dev.migrator.schema.BuiltIn.XID;
import static dev.migrator.schema.BuiltIn.XID8;
import static dev.migrator.schema.BuiltIn.XML;

/**
 * The conversion of the values of a column to another type.
 *
 * @param from the current type
 * @param to the new type
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-cast.html">pg_cast</a>
 */
public record TypeConversion(DataType from, DataType to) {

	private static final Set<BuiltIn> TEXTS = EnumSet.of(TEXT, VARCHAR, CHAR, NAME);

	private static final Set<BuiltIn> TIMES = EnumSet.of(TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, INTERVAL);

	private static final Set<BuiltIn> INTEGERS = EnumSet.of(SMALLINT, INTEGER, BIGINT);

	private static final Set<BuiltIn> NUMBERS = EnumSet.of(SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE_PRECISION);

	/** The conversions that an assignment makes by itself, besides texts and numbers. */
	private static final Map<BuiltIn, Set<BuiltIn>> ASSIGNED = Map.ofEntries(
			Map.entry(DATE, EnumSet.of(TIMESTAMP, TIMESTAMPTZ)),
			Map.entry(TIMESTAMP, EnumSet.of(DATE, TIME, TIMESTAMPTZ)),
			Map.entry(TIMESTAMPTZ, EnumSet.of(DATE, TIME, TIMETZ, TIMESTAMP)),
			Map.entry(TIME, EnumSet.of(INTERVAL, TIMETZ)), Map.entry(TIMETZ, EnumSet.of(TIME)),
			Map.entry(INTERVAL, EnumSet.of(TIME)), Map.entry(JSON, EnumSet.of(JSONB)),
			Map.entry(JSONB, EnumSet.of(JSON)), Map.entry(BIT, EnumSet.of(VARBIT)), Map.entry(VARBIT, EnumSet.of(BIT)),
			Map.entry(CIDR, EnumSet.of(INET)), Map.entry(INET, EnumSet.of(CIDR)),
			Map.entry(MACADDR, EnumSet.of(MACADDR8)), Map.entry(MACADDR8, EnumSet.of(MACADDR)),
			Map.entry(MONEY, EnumSet.of(NUMERIC)), Map.entry(NUMERIC, EnumSet.of(MONEY)),
			Map.entry(INTEGER, EnumSet.of(MONEY)), Map.entry(BIGINT, EnumSet.of(MONEY)));

	/**
	 * The conversions that only an explicit cast makes, and that do not work by way of
	 * text.
	 */
	private static final Map<BuiltIn, Set<BuiltIn>> CAST = Map.of(BOOLEAN, EnumSet.of(INTEGER), INTEGER,
			EnumSet.of(BOOLEAN, BIT), BIGINT, EnumSet.of(BIT), BIT, EnumSet.of(INTEGER, BIGINT), JSONB,
			EnumSet.of(BOOLEAN, SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE_PRECISION));

	/** The conversions in which an assignment rounds or cuts off without an error. */
	private static final Map<BuiltIn, Set<BuiltIn>> ROUNDED = Map.ofEntries(
			Map.entry(NUMERIC, EnumSet.of(SMALLINT, INTEGER, BIGINT, REAL, DOUBLE_PRECISION, MONEY)),
			Map.entry(DOUBLE_PRECISION, EnumSet.of(SMALLINT, INTEGER, BIGINT, REAL, NUMERIC, MONEY)),
			Map.entry(REAL, EnumSet.of(SMALLINT, INTEGER, BIGINT, NUMERIC, MONEY)),
			Map.entry(BIGINT, EnumSet.of(REAL, DOUBLE_PRECISION, BIT, OID)),
			Map.entry(INTEGER, EnumSet.of(REAL, BIT, BOOLEAN, OID)), Map.entry(SMALLINT, EnumSet.of(OID)),
			Map.entry(TIMESTAMP, EnumSet.of(DATE, TIME)), Map.entry(TIMESTAMPTZ, EnumSet.of(DATE, TIME, TIMETZ)),
			Map.entry(TIMETZ, EnumSet.of(TIME)), Map.entry(INTERVAL, EnumSet.of(TIME)),
			Map.entry(INET, EnumSet.of(CIDR)));

	/**
	 * Types for which an input that looks like a number, or like a part of a moment, has
	 * another meaning.
	 */
	private static final Set<BuiltIn> MEASURES = EnumSet.of(DATE, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, INTERVAL);

	private static final Set<BuiltIn> JSONS = EnumSet.of(JSON, JSONB);

	/** Types in which a JSON string would keep its quotes. */
	private static final Set<BuiltIn> LANGUAGES = EnumSet.of(XML, JSONPATH);

	/**
	 * Types that read any text in another way. Before PostgreSQL 16, the types of
	 * transactions read only the digits with which a text begins.
	 */
	private static final Set<BuiltIn> OTHERWISE = EnumSet.of(BYTEA, TSVECTOR, TSQUERY, BYTE_CHAR, XID, XID8, CID);

	private static final Set<BuiltIn> BITS = EnumSet.of(BIT, VARBIT);

	/** Types that hold any text, and hold bits as their text. */
	private static final Set<BuiltIn> WORDS = EnumSet.of(TEXT, VARCHAR, CHAR, NAME, JSON, JSONB, XML);

	/** Types that hold a number or a moment unchanged, by way of its text. */
	private static final Set<BuiltIn> BY_TEXT = EnumSet.of(TEXT, VARCHAR, CHAR, NAME, JSON, JSONB, XML, BOOLEAN, MONEY,
			OID);

	/**
	 * Writes a type as SQL.
	 * @param type the type
	 * @return the text: {@code varchar(50)}
	 */
	public static String write(DataType type) {
		return TypeSql.of(type);
	}

	/**
	 * Returns whether nothing has to be converted: times have six digits of a second by
	 * default.
	 * @return whether both are the same type
	 */
	public boolean isNone() {
		if (this.from instanceof ArrayType one && this.to instanceof ArrayType other) {
			return new TypeConversion(one.element(), other.element()).isNone();
		}
		return this.from.equals(this.to) || (this.from instanceof BuiltInType one
				&& this.to instanceof BuiltInType other && one.type() == other.type() && TIMES.contains(one.type())
				&& one.fields() == other.fields() && seconds(one) == seconds(other));
	}

	/**
	 * Returns whether only a length, a precision or similar differs.
	 * @return whether the type itself stays the same
	 */
	public boolean isOfModifiers() {
		if (this.from instanceof ArrayType one && this.to instanceof ArrayType other) {
			return new TypeConversion(one.element(), other.element()).isOfModifiers();
		}
		return this.from.equals(this.to) || (this.from instanceof BuiltInType one
				&& this.to instanceof BuiltInType other && one.type() == other.type());
	}

	/**
	 * Returns whether both are texts. All that accepts the one also accepts the other.
	 * @return whether they are
	 */
	public boolean isOfTexts() {
		return isText(this.from) && isText(this.to);
	}

	/**
	 * Returns whether both are integers, which operators accept alike.
	 * @return whether they are
	 */
	public boolean isOfIntegers() {
		return this.from instanceof BuiltInType one && this.to instanceof BuiltInType other
				&& INTEGERS.contains(one.type()) && INTEGERS.contains(other.type());
	}

	/**
	 * Returns the expression for {@code USING}, for a conversion that PostgreSQL does not
	 * make by itself.
	 * @param column the name of the column
	 * @return the SQL of the new value, or {@code null} if an assignment converts it
	 */
	public @Nullable String using(String column) {
		if (isOfModifiers() || isAssigned(this.from, this.to)) {
			return null;
		}
		String name = NameSql.of(column);
		String target = TypeSql.of(this.to);
		if (isOpen()) {
			return name + "::" + target;
		}
		if (toJson()) {
			return "to_%s(%s)".formatted(target, name);
		}
		if (this.from instanceof BuiltInType one && this.to instanceof BuiltInType other
				&& CAST.getOrDefault(one.type(), Set.of()).contains(other.type())) {
			return name + "::" + target;
		}
		boolean arrays = this.from instanceof ArrayType && this.to instanceof ArrayType;
		return name + "::text" + (arrays ? "[]" : "") + "::" + target;
	}

	/**
	 * Returns whether only the author knows the new values: PostgreSQL has no cast, or
	 * its cast differs from the conversion by way of text.
	 */
	private boolean isOpen() {
		if (this.from instanceof ArrayType one && this.to instanceof ArrayType other) {
			return new TypeConversion(one.element(), other.element()).isOpen();
		}
		if (toJson()) {
			return false;
		}
		if (this.from instanceof ArrayType || this.to instanceof ArrayType) {
			return this.to instanceof ArrayType ? !isText(this.from) : !isText(this.to);
		}
		if (!(this.from instanceof BuiltInType one) || !(this.to instanceof BuiltInType other)
				|| one.type() == other.type() || CAST.getOrDefault(one.type(), Set.of()).contains(other.type())
				|| isAssigned(one, other)) {
			return false;
		}
		if (BITS.contains(one.type()) || BITS.contains(other.type())) {
			return !WORDS.contains(one.type()) && !WORDS.contains(other.type());
		}
		boolean measured = NUMBERS.contains(one.type()) || MEASURES.contains(one.type());
		return OTHERWISE.contains(other.type()) || OTHERWISE.contains(one.type())
				|| (measured && !BY_TEXT.contains(other.type()))
				|| (JSONS.contains(one.type()) && LANGUAGES.contains(other.type()));
	}

	/**
	 * Returns whether a value that is not text, and so not JSON, becomes JSON.
	 */
	private boolean toJson() {
		return this.to instanceof BuiltInType other && JSONS.contains(other.type()) && !isText(this.from)
				&& !(this.from instanceof BuiltInType one && JSONS.contains(one.type()));
	}

	private static boolean isText(DataType type) {
		return type instanceof BuiltInType builtIn && TEXTS.contains(builtIn.type());
	}

	private static boolean isAssigned(DataType from, DataType to) {
		if (from instanceof ArrayType one && to instanceof ArrayType other) {
			return new TypeConversion(one.element(), other.element()).isOfModifiers()
					|| isAssigned(one.element(), other.element());
		}
		if (!(to instanceof BuiltInType other)) {
			return false;
		}
		if (TEXTS.contains(other.type())) {
			return true;
		}
		return from instanceof BuiltInType one && ((NUMBERS.contains(one.type()) && NUMBERS.contains(other.type()))
				|| ASSIGNED.getOrDefault(one.type(), Set.of()).contains(other.type()));
	}

	/**
	 * Returns whether values may be rounded or cut off without an error.
	 * @return whether they may
	 */
	public boolean mayRound() {
		if (this.from instanceof ArrayType one && this.to instanceof ArrayType other) {
			return new TypeConversion(one.element(), other.element()).mayRound();
		}
		if (!(this.from instanceof BuiltInType one) || !(this.to instanceof BuiltInType other)) {
			return false;
		}
		if (one.type() != other.type()) {
			boolean scaled = INTEGERS.contains(other.type()) && one.type() == NUMERIC && one.modifiers().size() == 2
					&& one.modifiers().get(1) == 0;
			return !scaled && ROUNDED.getOrDefault(one.type(), Set.of()).contains(other.type());
		}
		return switch (one.type()) {
			case NUMERIC -> scale(other) < scale(one);
			case TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ -> seconds(other) < seconds(one);
			case INTERVAL ->
				seconds(other) < seconds(one) || (other.fields() != null && other.fields() != one.fields());
			default -> false;
		};
	}

	/**
	 * Returns whether all rows are rewritten, and not only the definition changes.
	 * @return whether they are, or may be
	 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER
	 * TABLE</a>
	 */
	public boolean rewrites() {
		if (this.from.equals(this.to)) {
			return false;
		}
		if (!(this.from instanceof BuiltInType one) || !(this.to instanceof BuiltInType other)) {
			return true;
		}
		if (one.type() != other.type()) {
			boolean same = (one.type() == VARCHAR && other.type() == TEXT)
					|| (one.type() == TEXT && other.type() == VARCHAR && other.modifiers().isEmpty())
					|| (one.type() == CIDR && other.type() == INET);
			return !same;
		}
		return switch (one.type()) {
			case VARCHAR, VARBIT -> length(other) < length(one);
			case NUMERIC -> !other.modifiers().isEmpty() && (scale(other) != scale(one) || length(other) < length(one));
			case TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ -> seconds(other) < seconds(one);
			default -> true;
		};
	}

	private static int length(BuiltInType type) {
		return type.modifiers().isEmpty() ? Integer.MAX_VALUE : type.modifiers().get(0);
	}

	private static int scale(BuiltInType type) {
		return type.modifiers().isEmpty() ? Integer.MAX_VALUE
				: (type.modifiers().size() == 1) ? 0 : type.modifiers().get(1);
	}

	private static int seconds(BuiltInType type) {
		return type.modifiers().isEmpty() ? 6 : type.modifiers().get(0);
	}

	/**
	 * Returns what the author must know about a conversion that PostgreSQL makes without
	 * an error, but that may not be the intended one.
	 * @param column the name of the column
	 * @return a sentence, or {@code null} if there is nothing to say
	 */
	public @Nullable String surprise(String column) {
		String name = NameSql.of(column);
		if (isOpen()) {
			return "only you know the new values; PostgreSQL refuses this until USING gives them" + example(name);
		}
		if (!(this.from instanceof BuiltInType one) || !(this.to instanceof BuiltInType other)) {
			return null;
		}
		if (one.type() == OID && (TEXTS.contains(other.type()) || other.type() == BYTEA)) {
			return "the values are numbers of large objects, and would stay numbers; their content is lo_get(%s)"
				.formatted(name)
					+ (TEXTS.contains(other.type()) ? ", as text convert_from(lo_get(%s), 'UTF8')".formatted(name)
							: "");
		}
		if (one.type() == BYTEA && TEXTS.contains(other.type())) {
			return "bytes would become hexadecimal digits; their text is convert_from(%s, 'UTF8')".formatted(name);
		}
		boolean zone = one.type() == TIMESTAMPTZ || other.type() == TIMESTAMPTZ;
		boolean moment = (one.type() == TIMESTAMP || one.type() == DATE || one.type() == TIMESTAMPTZ)
				&& (other.type() == TIMESTAMP || other.type() == DATE || other.type() == TIMESTAMPTZ);
		return (zone && moment && one.type() != other.type())
				? "the time zone of the session decides the new values; %s AT TIME ZONE 'UTC' names one".formatted(name)
				: null;
	}

	/**
	 * Returns useful facts about a conversion without loss.
	 * @param column the name of the column
	 * @return a sentence, or {@code null} if there is nothing to say
	 */
	public @Nullable String hint(String column) {
		if (using(column) != null) {
			return "PostgreSQL does not convert these types by itself; check the USING expression";
		}
		if (!(this.from instanceof BuiltInType one) || !(this.to instanceof BuiltInType other)
				|| !TEXTS.contains(other.type())) {
			return null;
		}
		if (INTEGERS.contains(one.type())) {
			return ("the numbers become their digits; if they represent the constants of an enum, write the names:\n"
					+ "USING (CASE %s WHEN 0 THEN '...' WHEN 1 THEN '...' END)")
				.formatted(NameSql.of(column));
		}
		return (TEXTS.contains(one.type()) && length(other) < length(one))
				? "PostgreSQL refuses this while a value is longer than %s".formatted(length(other)) : null;
	}

	/**
	 * Returns an example of the expression, if a likely one is known.
	 */
	private String example(String name) {
		if (this.to instanceof ArrayType array && array.element().equals(this.from)) {
			return ": ARRAY[%s] for one value each".formatted(name);
		}
		if (!(this.from instanceof BuiltInType one) || !(this.to instanceof BuiltInType other)) {
			return "";
		}
		if (NUMBERS.contains(one.type()) && other.type() == INTERVAL) {
			return ": make_interval(secs => %1$s) for seconds, make_interval(secs => %1$s / 1e9) for nanoseconds"
				.formatted(name);
		}
		if (NUMBERS.contains(one.type()) && (other.type() == TIMESTAMP || other.type() == TIMESTAMPTZ)) {
			return ": to_timestamp(%s) for seconds since 1970".formatted(name);
		}
		if (MEASURES.contains(one.type()) && NUMBERS.contains(other.type())) {
			return ": extract(epoch from %s) for seconds".formatted(name);
		}
		if (other.type() == BYTEA) {
			return ": convert_to(%s::text, 'UTF8') for the bytes of its text".formatted(name);
		}
		return (one.type() == BYTEA)
				? ": convert_from(%s, 'UTF8')::%s for the text in the bytes".formatted(name, TypeSql.of(other)) : "";
	}

	/**
	 * Describes the change: {@code from VARCHAR(20) to VARCHAR(50)}.
	 */
	@Override
	public String toString() {
		return "from %s to %s".formatted(TypeSql.of(this.from).toUpperCase(Locale.ROOT),
				TypeSql.of(this.to).toUpperCase(Locale.ROOT));
	}

}
