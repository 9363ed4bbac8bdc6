package dev.migrator.schema;

import java.util.List;

import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.DataType.NamedType;
import dev.migrator.schema.DataType.WrittenType;

/**
 * Creates the types of columns. Its methods are meant to be imported statically.
 *
 * <pre class="code">
 * t.column("name", varchar(100));
 * t.column("tags", array(text()));
 * t.column("status", named("workout_status"));
 * </pre>
 */
public final class Types {

	private Types() {
	}

	/**
	 * Returns a built-in type without a length.
	 * @param type the type
	 * @return the type
	 */
	public static DataType builtIn(BuiltIn type) {
		return of(type);
	}

	/**
	 * Returns an enum, a domain or another type that has a name.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @return the type
	 */
	public static DataType named(String name) {
		return new NamedType(ObjectName.of(name));
	}

	/**
	 * Returns a type as it is written in SQL.
	 * @param type the type: {@code geometry(Point, 4326)}
	 * @return the type
	 */
	public static DataType sql(String type) {
		return new WrittenType(type);
	}

	/**
	 * Returns an array.
	 * @param element the type of its elements
	 * @return the type
	 */
	public static DataType array(DataType element) {
		return new ArrayType(element);
	}

	/**
	 * Returns a number of two bytes.
	 * @return the type
	 */
	public static DataType smallint() {
		return of(BuiltIn.SMALLINT);
	}

	/**
	 * Returns a number of four bytes.
	 * @return the type
	 */
	public static DataType integer() {
		return of(BuiltIn.INTEGER);
	}

	/**
	 * Returns a number of eight bytes.
	 * @return the type
	 */
	public static DataType bigint() {
		return of(BuiltIn.BIGINT);
	}

	/**
	 * Returns an exact number of any size.
	 * @return the type
	 */
	public static DataType numeric() {
		return of(BuiltIn.NUMERIC);
	}

	/**
	 * Returns an exact number.
	 * @param precision the number of its digits, 1 to 1000
	 * @param scale the number of digits after the decimal point
	 * @return the type
	 */
	public static DataType numeric(int precision, int scale) {
		return of(BuiltIn.NUMERIC, precision, scale);
	}

	/**
	 * Returns a floating-point number of four bytes.
	 * @return the type
	 */
	public static DataType real() {
		return of(BuiltIn.REAL);
	}

	/**
	 * Returns a floating-point number of eight bytes.
	 * @return the type
	 */
	public static DataType doublePrecision() {
		return of(BuiltIn.DOUBLE_PRECISION);
	}

	/**
	 * Returns text of any length.
	 * @return the type
	 */
	public static DataType text() {
		return of(BuiltIn.TEXT);
	}

	/**
	 * Returns text of a limited length.
	 * @param length the maximum number of characters
	 * @return the type
	 */
	public static DataType varchar(int length) {
		return of(BuiltIn.VARCHAR, length);
	}

	/**
	 * Returns text of a fixed length, padded with blanks.
	 * @param length the number of characters
	 * @return the type
	 */
	public static DataType character(int length) {
		return of(BuiltIn.CHAR, length);
	}

	/**
	 * Bytes.
	 * @return the type
	 */
	public static DataType bytea() {
		return of(BuiltIn.BYTEA);
	}

	/**
	 * Returns a fixed number of bits.
	 * @param length the number of bits
	 * @return the type
	 */
	public static DataType bit(int length) {
		return of(BuiltIn.BIT, length);
	}

	/**
	 * Returns a type for a limited number of bits.
	 * @param length the maximum number of bits
	 * @return the type
	 */
	public static DataType varbit(int length) {
		return of(BuiltIn.VARBIT, length);
	}

	/**
	 * True or false.
	 * @return the type
	 */
	public static DataType bool() {
		return of(BuiltIn.BOOLEAN);
	}

	/**
	 * Returns a UUID.
	 * @return the type
	 */
	public static DataType uuid() {
		return of(BuiltIn.UUID);
	}

	/**
	 * JSON in binary form.
	 * @return the type
	 */
	public static DataType jsonb() {
		return of(BuiltIn.JSONB);
	}

	/**
	 * JSON as it was written.
	 * @return the type
	 */
	public static DataType json() {
		return of(BuiltIn.JSON);
	}

	/**
	 * Returns a day.
	 * @return the type
	 */
	public static DataType date() {
		return of(BuiltIn.DATE);
	}

	/**
	 * Returns a time of day, without a time zone.
	 * @return the type
	 */
	public static DataType time() {
		return of(BuiltIn.TIME);
	}

	/**
	 * Returns a date and time without a time zone, as a wall clock shows it.
	 * @return the type
	 */
	public static DataType timestamp() {
		return of(BuiltIn.TIMESTAMP);
	}

	/**
	 * Returns a date and time without a time zone.
	 * @param precision the number of fractional digits of its seconds, 0 to 6
	 * @return the type
	 */
	public static DataType timestamp(int precision) {
		return of(BuiltIn.TIMESTAMP, precision);
	}

	/**
	 * Returns a moment: {@code timestamp with time zone}.
	 * @return the type
	 */
	public static DataType timestamptz() {
		return of(BuiltIn.TIMESTAMPTZ);
	}

	/**
	 * Returns a moment.
	 * @param precision the number of fractional digits of its seconds, 0 to 6
	 * @return the type
	 */
	public static DataType timestamptz(int precision) {
		return of(BuiltIn.TIMESTAMPTZ, precision);
	}

	/**
	 * Returns a length of time.
	 * @return the type
	 */
	public static DataType interval() {
		return of(BuiltIn.INTERVAL);
	}

	/**
	 * Returns a length of time that keeps certain fields only.
	 * @param fields the fields
	 * @return the type
	 */
	public static DataType interval(IntervalFields fields) {
		return new BuiltInType(BuiltIn.INTERVAL, List.of(), fields);
	}

	/**
	 * Returns a length of time that keeps certain fields only.
	 * @param fields the fields, with seconds
	 * @param precision the number of fractional digits of its seconds, 0 to 6
	 * @return the type
	 */
	public static DataType interval(IntervalFields fields, int precision) {
		return new BuiltInType(BuiltIn.INTERVAL, List.of(precision), fields);
	}

	/**
	 * Returns an address of a host or a network.
	 * @return the type
	 */
	public static DataType inet() {
		return of(BuiltIn.INET);
	}

	/**
	 * Returns a document for full text search.
	 * @return the type
	 */
	public static DataType tsvector() {
		return of(BuiltIn.TSVECTOR);
	}

	/**
	 * Returns a built-in type.
	 * @param type the type
	 * @param modifiers its length, or its precision and scale
	 * @return the type
	 */
	public static DataType of(BuiltIn type, Integer... modifiers) {
		return new BuiltInType(type, List.of(modifiers), null);
	}

}
