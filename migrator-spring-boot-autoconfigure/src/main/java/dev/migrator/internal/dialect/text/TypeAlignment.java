package dev.migrator.internal.dialect.text;

import java.util.Locale;

import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.DataType.WrittenType;

/**
 * The boundary in bytes at which PostgreSQL stores a value of a type, in the order in
 * which columns leave no gaps between them. The alignment of types with a variable length
 * is not distinguished: their short values are stored without a gap.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-type.html">pg_type,
 * {@code typlen} and {@code typalign}</a>
 */
public enum TypeAlignment {

	/** A fixed length, aligned to 8 bytes. */
	EIGHT,

	/** A fixed length, aligned to 4 bytes. */
	FOUR,

	/** A fixed length, aligned to 2 bytes. */
	TWO,

	/** A fixed length, not aligned. */
	ONE,

	/** A variable length, or an unknown type. */
	VARIABLE;

	/** The values of enum types are numbers. */
	public static final TypeAlignment OF_ENUM = FOUR;

	/**
	 * Returns the alignment of a type.
	 * @param type the type
	 * @return its alignment; {@link #VARIABLE} if only the schema knows it
	 */
	public static TypeAlignment of(DataType type) {
		if (type instanceof BuiltInType builtIn) {
			return of(builtIn.type());
		}
		return (type instanceof WrittenType written) ? ofSerial(written.sql()) : VARIABLE;
	}

	private static TypeAlignment of(BuiltIn type) {
		return switch (type) {
			case BIGINT, DOUBLE_PRECISION, MONEY, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, INTERVAL, POINT, LINE, LSEG,
					BOX, CIRCLE, PG_LSN, XID8 ->
				EIGHT;
			case INTEGER, REAL, DATE, MACADDR, MACADDR8, OID, REGCLASS, REGCOLLATION, REGCONFIG, REGDICTIONARY,
					REGNAMESPACE, REGOPER, REGOPERATOR, REGPROC, REGPROCEDURE, REGROLE, REGTYPE, XID, CID, ACLITEM ->
				FOUR;
			case SMALLINT, TID -> TWO;
			case BOOLEAN, UUID, BYTE_CHAR, NAME -> ONE;
			default -> VARIABLE;
		};
	}

	private static TypeAlignment ofSerial(String sql) {
		return switch (sql.strip().toLowerCase(Locale.ROOT)) {
			case "bigserial", "serial8" -> EIGHT;
			case "serial", "serial4" -> FOUR;
			case "smallserial", "serial2" -> TWO;
			default -> VARIABLE;
		};
	}

}
