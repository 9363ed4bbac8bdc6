package dev.migrator.internal.dialect.value;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.BuiltIn;

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
 * Knows the conversions between different built-in types: which ones PostgreSQL makes,
 * which ones it rounds, and which ones only the author can write.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-cast.html">pg_cast</a>
 */
final class BuiltInCasts {

	static final Set<BuiltIn> TEXTS = EnumSet.of(TEXT, VARCHAR, CHAR, NAME);

	static final Set<BuiltIn> INTEGERS = EnumSet.of(SMALLINT, INTEGER, BIGINT);

	static final Set<BuiltIn> NUMBERS = EnumSet.of(SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE_PRECISION);

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
	static final Set<BuiltIn> MEASURES = EnumSet.of(DATE, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, INTERVAL);

	static final Set<BuiltIn> JSONS = EnumSet.of(JSON, JSONB);

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

	private BuiltInCasts() {
	}

	/**
	 * Returns whether an assignment makes the conversion.
	 */
	static boolean isAssigned(BuiltIn from, BuiltIn to) {
		return TEXTS.contains(to) || (NUMBERS.contains(from) && NUMBERS.contains(to)) || has(ASSIGNED, from, to);
	}

	/**
	 * Returns whether only an explicit cast makes the conversion, and not one by way of
	 * text.
	 */
	static boolean isExplicit(BuiltIn from, BuiltIn to) {
		return has(CAST, from, to);
	}

	/**
	 * Returns whether an assignment rounds or cuts off without an error.
	 */
	static boolean isRounded(BuiltIn from, BuiltIn to) {
		return has(ROUNDED, from, to);
	}

	private static boolean has(Map<BuiltIn, Set<BuiltIn>> conversions, BuiltIn from, BuiltIn to) {
		return conversions.getOrDefault(from, Set.of()).contains(to);
	}

	/**
	 * Returns whether only the author knows the new values: PostgreSQL has no cast, or
	 * its cast differs from the conversion by way of text.
	 */
	static boolean isOpen(BuiltIn from, BuiltIn to) {
		if (isExplicit(from, to) || isAssigned(from, to)) {
			return false;
		}
		if (BITS.contains(from) || BITS.contains(to)) {
			return !WORDS.contains(from) && !WORDS.contains(to);
		}
		boolean measured = NUMBERS.contains(from) || MEASURES.contains(from);
		return OTHERWISE.contains(to) || OTHERWISE.contains(from) || (measured && !BY_TEXT.contains(to))
				|| (JSONS.contains(from) && LANGUAGES.contains(to));
	}

}
