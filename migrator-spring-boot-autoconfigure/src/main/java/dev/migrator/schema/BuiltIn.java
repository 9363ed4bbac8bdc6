package dev.migrator.schema;

import java.util.List;

/**
 * The built-in types of PostgreSQL that a column can have.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
public enum BuiltIn {

	SMALLINT, INTEGER, BIGINT, NUMERIC(Modifiers.PRECISION_AND_SCALE), REAL, DOUBLE_PRECISION, MONEY,

	TEXT, VARCHAR(Modifiers.LENGTH), CHAR(Modifiers.LENGTH), BYTEA, BIT(Modifiers.LENGTH), VARBIT(Modifiers.LENGTH),
	BOOLEAN, UUID, JSON, JSONB, JSONPATH, XML,

	DATE, TIME(Modifiers.SECONDS), TIMETZ(Modifiers.SECONDS), TIMESTAMP(Modifiers.SECONDS),
	TIMESTAMPTZ(Modifiers.SECONDS), INTERVAL(Modifiers.SECONDS),

	POINT, LINE, LSEG, BOX, PATH, POLYGON, CIRCLE, CIDR, INET, MACADDR, MACADDR8, TSVECTOR, TSQUERY,

	INT4RANGE, INT8RANGE, NUMRANGE, DATERANGE, TSRANGE, TSTZRANGE, INT4MULTIRANGE, INT8MULTIRANGE, NUMMULTIRANGE,
	DATEMULTIRANGE, TSMULTIRANGE, TSTZMULTIRANGE,

	OID, REGCLASS, REGCOLLATION, REGCONFIG, REGDICTIONARY, REGNAMESPACE, REGOPER, REGOPERATOR, REGPROC, REGPROCEDURE,
	REGROLE, REGTYPE, NAME, REFCURSOR, PG_LSN, PG_SNAPSHOT, TXID_SNAPSHOT, XID, XID8, CID, TID, ACLITEM,
	/** The one-byte type that SQL writes as {@code "char"}. */
	BYTE_CHAR, GTSVECTOR, PG_BRIN_BLOOM_SUMMARY, PG_BRIN_MINMAX_MULTI_SUMMARY, PG_DEPENDENCIES, PG_MCV_LIST,
	PG_NDISTINCT, PG_NODE_TREE;

	private final Modifiers modifiers;

	BuiltIn() {
		this(Modifiers.NONE);
	}

	BuiltIn(Modifiers modifiers) {
		this.modifiers = modifiers;
	}

	boolean takes(List<Integer> values) {
		return switch (this.modifiers) {
			case NONE -> values.isEmpty();
			case LENGTH -> values.isEmpty() || (values.size() == 1 && values.get(0) > 0);
			case SECONDS -> values.isEmpty() || (values.size() == 1 && values.get(0) >= 0 && values.get(0) <= 6);
			case PRECISION_AND_SCALE ->
				values.size() <= 2 && (values.isEmpty() || (values.get(0) > 0 && values.get(0) <= 1000));
		};
	}

	/**
	 * Returns whether it has seconds with a limited precision.
	 */
	boolean hasSeconds() {
		return this.modifiers == Modifiers.SECONDS;
	}

	String rule() {
		return switch (this.modifiers) {
			case NONE -> "It has neither a length nor a precision.";
			case LENGTH -> "Its length must be 1 or more.";
			case SECONDS -> "The precision of its seconds must be 0 to 6.";
			case PRECISION_AND_SCALE -> "Its precision must be 1 to 1000.";
		};
	}

	/**
	 * Returns whether PostgreSQL can generate numbers for columns of this type.
	 * @return whether it is one of the integers
	 */
	public boolean countsUp() {
		return this == SMALLINT || this == INTEGER || this == BIGINT;
	}

	private enum Modifiers {

		NONE, LENGTH, SECONDS, PRECISION_AND_SCALE

	}

}
