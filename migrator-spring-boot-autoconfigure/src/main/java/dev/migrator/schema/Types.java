package dev.migrator.schema;

import java.util.List;

/**
 * Makes the types of columns; meant to be imported statically.
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
	 * Any type that every PostgreSQL has and that takes no length.
	 * @param type which one
	 * @return the type
	 */
	public static DataType builtIn(BuiltIn type) {
		return of(type);
	}

	/**
	 * An enum, a domain or another type that has a name.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @return the type
	 */
	public static DataType named(String name) {
		return new NamedType(ObjectName.of(name));
	}

	/**
	 * A type as it is written in SQL.
	 * @param type the type: {@code geometry(Point, 4326)}
	 * @return the type
	 */
	public static DataType sql(String type) {
		return new WrittenType(type);
	}

	/**
	 * An array.
	 * @param element the type of its elements
	 * @return the type
	 */
	public static DataType array(DataType element) {
		return new ArrayType(element);
	}

	/**
	 * A number of two bytes.
	 * @return the type
	 */
	public static DataType smallint() {
		return of(BuiltIn.SMALLINT);
	}

	/**
	 * A number of four bytes.
	 * @return the type
	 */
	public static DataType integer() {
		return of(BuiltIn.INTEGER);
	}

	/**
	 * A number of eight bytes.
	 * @return the type
	 */
	public static DataType bigint() {
		return of(BuiltIn.BIGINT);
	}

	/**
	 * An exact number of any size.
	 * @return the type
	 */
	public static DataType numeric() {
		return of(BuiltIn.NUMERIC);
	}

	/**
	 * An exact number.
	 * @param precision how many digits it has, 1 to 1000
	 * @param scale how many of them are behind the point
	 * @return the type
	 */
	public static DataType numeric(int precision, int scale) {
		return of(BuiltIn.NUMERIC, precision, scale);
	}

	/**
	 * A floating-point number of four bytes.
	 * @return the type
	 */
	public static DataType real() {
		return of(BuiltIn.REAL);
	}

	/**
	 * A floating-point number of eight bytes.
	 * @return the type
	 */
	public static DataType doublePrecision() {
		return of(BuiltIn.DOUBLE_PRECISION);
	}

	/**
	 * Text of any length.
	 * @return the type
	 */
	public static DataType text() {
		return of(BuiltIn.TEXT);
	}

	/**
	 * Text of a limited length.
	 * @param length the most characters it may have
	 * @return the type
	 */
	public static DataType varchar(int length) {
		return of(BuiltIn.VARCHAR, length);
	}

	/**
	 * Text of a fixed length, filled up with blanks.
	 * @param length how many characters it has
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
	 * A fixed number of bits.
	 * @param length how many
	 * @return the type
	 */
	public static DataType bit(int length) {
		return of(BuiltIn.BIT, length);
	}

	/**
	 * A limited number of bits.
	 * @param length how many at most
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
	 * A UUID.
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
	 * A day.
	 * @return the type
	 */
	public static DataType date() {
		return of(BuiltIn.DATE);
	}

	/**
	 * A time of day, without a time zone.
	 * @return the type
	 */
	public static DataType time() {
		return of(BuiltIn.TIME);
	}

	/**
	 * A date and time without a time zone: what a clock on a wall shows.
	 * @return the type
	 */
	public static DataType timestamp() {
		return of(BuiltIn.TIMESTAMP);
	}

	/**
	 * A date and time without a time zone.
	 * @param precision digits of its seconds behind the point, 0 to 6
	 * @return the type
	 */
	public static DataType timestamp(int precision) {
		return of(BuiltIn.TIMESTAMP, precision);
	}

	/**
	 * A moment: {@code timestamp with time zone}.
	 * @return the type
	 */
	public static DataType timestamptz() {
		return of(BuiltIn.TIMESTAMPTZ);
	}

	/**
	 * A moment.
	 * @param precision digits of its seconds behind the point, 0 to 6
	 * @return the type
	 */
	public static DataType timestamptz(int precision) {
		return of(BuiltIn.TIMESTAMPTZ, precision);
	}

	/**
	 * A length of time.
	 * @return the type
	 */
	public static DataType interval() {
		return of(BuiltIn.INTERVAL);
	}

	/**
	 * A length of time that keeps certain fields only.
	 * @param fields which ones
	 * @return the type
	 */
	public static DataType interval(IntervalFields fields) {
		return new BuiltInType(BuiltIn.INTERVAL, List.of(), fields);
	}

	/**
	 * A length of time that keeps certain fields only.
	 * @param fields which ones, with seconds
	 * @param precision digits of its seconds behind the point, 0 to 6
	 * @return the type
	 */
	public static DataType interval(IntervalFields fields, int precision) {
		return new BuiltInType(BuiltIn.INTERVAL, List.of(precision), fields);
	}

	/**
	 * An address of a host or a network.
	 * @return the type
	 */
	public static DataType inet() {
		return of(BuiltIn.INET);
	}

	/**
	 * A document for full text search.
	 * @return the type
	 */
	public static DataType tsvector() {
		return of(BuiltIn.TSVECTOR);
	}

	/**
	 * Any type that every PostgreSQL has.
	 * @param type which one
	 * @param modifiers its length, or its precision and scale
	 * @return the type
	 */
	public static DataType of(BuiltIn type, Integer... modifiers) {
		return new BuiltInType(type, List.of(modifiers), null);
	}

}
