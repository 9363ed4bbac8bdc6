package dev.migrator.internal.schema;

import java.util.Locale;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;

/**
 * Which setting of which object: how it is kept, not what it is. Its value is a text, and
 * there is none where the object is as PostgreSQL makes it.
 *
 * @param kind what is set
 * @param of the identity of the table, column, index or sequence; of a constraint that of
 * its index
 * @param name the name of the parameter, or the number of the column of an index whose
 * statistics are set; otherwise empty
 */
public record Setting(Kind kind, ObjectId of, String name) {

	public Setting {
		boolean possible = switch (kind) {
			case LOG -> of.kind() == ObjectId.Kind.TABLE || of.kind() == ObjectId.Kind.SEQUENCE;
			case REPLICA_IDENTITY, CLUSTER -> of.kind() == ObjectId.Kind.TABLE;
			case STORAGE, COMPRESSION -> of.kind() == ObjectId.Kind.COLUMN;
			case STATISTICS -> of.kind() == (name.isEmpty() ? ObjectId.Kind.COLUMN : ObjectId.Kind.INDEX);
			case INVALID -> of.kind() == ObjectId.Kind.INDEX;
			case PARAMETER -> true;
		};
		if (!possible) {
			throw new InvalidDefinitionException("The %s has no %s.".formatted(of, kind), "Set something else.");
		}
		switch (kind) {
			case PARAMETER -> NameRule.check("parameter", name);
			case STATISTICS -> checkName(name, name.matches("\\d{0,4}"));
			default -> checkName(name, name.isEmpty());
		}
	}

	private static void checkName(String name, boolean possible) {
		if (!possible) {
			throw new InvalidDefinitionException("There is no setting of the name %s.".formatted(name),
					"Leave the name out.");
		}
	}

	/**
	 * Whether a table is written ahead.
	 * @param table the table
	 * @return the setting, whose only value is {@link #UNLOGGED}
	 */
	public static Setting ofLog(ObjectName table) {
		return new Setting(Kind.LOG, ObjectId.table(table), "");
	}

	/**
	 * Whether a sequence is written ahead, which PostgreSQL can leave out since 15.
	 * @param sequence the sequence
	 * @return the setting, whose only value is {@link #UNLOGGED}
	 */
	public static Setting ofSequenceLog(ObjectName sequence) {
		return new Setting(Kind.LOG, ObjectId.sequence(sequence), "");
	}

	/**
	 * What a subscriber knows the rows of a table by.
	 * @param table the table
	 * @return the setting, whose value is {@link #FULL}, {@link #NOTHING} or that of
	 * {@link #usingIndex}
	 */
	public static Setting ofReplicaIdentity(ObjectName table) {
		return new Setting(Kind.REPLICA_IDENTITY, ObjectId.table(table), "");
	}

	/**
	 * The index that {@code CLUSTER} sorts a table by.
	 * @param table the table
	 * @return the setting, whose value is the name of the index
	 */
	public static Setting ofCluster(ObjectName table) {
		return new Setting(Kind.CLUSTER, ObjectId.table(table), "");
	}

	/**
	 * A storage parameter of a table.
	 * @param table the table
	 * @param parameter its name: {@code fillfactor}, {@code toast.autovacuum_enabled}
	 * @return the setting
	 */
	public static Setting ofTable(ObjectName table, String parameter) {
		return new Setting(Kind.PARAMETER, ObjectId.table(table), parameter);
	}

	/**
	 * A storage parameter of an index.
	 * @param index the index
	 * @param parameter its name
	 * @return the setting
	 */
	public static Setting ofIndex(ObjectName index, String parameter) {
		return new Setting(Kind.PARAMETER, ObjectId.index(index), parameter);
	}

	/**
	 * How much ANALYZE looks at what an index computes.
	 * @param index the index
	 * @param column the number of the column of the index, from 1 on
	 * @return the setting, whose value is a number
	 */
	public static Setting ofStatistics(ObjectName index, int column) {
		return new Setting(Kind.STATISTICS, ObjectId.index(index), String.valueOf(column));
	}

	/**
	 * That an index has not been built to its end.
	 * @param index the index
	 * @return the setting, whose value is {@link #INVALID} or {@link #UNREADY}
	 */
	public static Setting ofInvalid(ObjectName index) {
		return new Setting(Kind.INVALID, ObjectId.index(index), "");
	}

	/**
	 * A parameter of a column.
	 * @param column the column
	 * @param parameter its name: {@code n_distinct}
	 * @return the setting
	 */
	public static Setting ofColumn(ColumnName column, String parameter) {
		return new Setting(Kind.PARAMETER, ObjectId.column(column), parameter);
	}

	/**
	 * How large values of a column are stored, how they are compressed, or how much
	 * ANALYZE looks at it.
	 * @param kind which of these
	 * @param column the column
	 * @return the setting
	 */
	public static Setting ofColumn(Kind kind, ColumnName column) {
		return new Setting(kind, ObjectId.column(column), "");
	}

	/** The value of what is not written ahead. */
	public static final String UNLOGGED = "unlogged";

	/** The value of what has not been built to its end. */
	public static final String INVALID = "invalid";

	/** The value of what is not even written to. */
	public static final String UNREADY = "unready";

	/** The value of a replica identity of all columns. */
	public static final String FULL = "full";

	/** The value of no replica identity. */
	public static final String NOTHING = "nothing";

	private static final String USING_INDEX = "using index ";

	/**
	 * The value of a replica identity by an index.
	 * @param index its name
	 * @return the value
	 */
	public static String usingIndex(String index) {
		return USING_INDEX + index;
	}

	/**
	 * The index that a replica identity is by.
	 * @param value its value
	 * @return the name of the index
	 */
	public static String usedIndex(String value) {
		if (!value.startsWith(USING_INDEX)) {
			throw new InvalidDefinitionException("\"%s\" is no replica identity.".formatted(value),
					"It is full, nothing, or using an index.");
		}
		return value.substring(USING_INDEX.length());
	}

	/**
	 * Its identity.
	 * @return the identity
	 */
	public ObjectId id() {
		return ObjectId.setting(this.of, words());
	}

	/**
	 * What it is, in words.
	 * @return {@code fillfactor}, {@code replica identity}
	 */
	public String words() {
		String words = this.kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
		return switch (this.kind) {
			case PARAMETER -> "parameter " + this.name;
			case STATISTICS -> this.name.isEmpty() ? words : words + " of column " + this.name;
			default -> words;
		};
	}

	/**
	 * The same of an object that is called otherwise.
	 * @param renaming what is called otherwise
	 * @return the setting
	 */
	Setting renamed(Renaming renaming) {
		return new Setting(this.kind, this.of.renamed(renaming), this.name);
	}

	@Override
	public String toString() {
		ObjectId in = this.of.in();
		return (this.of.kind() == ObjectId.Kind.COLUMN && in != null)
				? "%s of column %s of %s".formatted(words(), this.of.name(), in.objectName()) : "%s of %s %s"
					.formatted(words(), this.of.kind().name().toLowerCase(Locale.ROOT), this.of.objectName());
	}

	/**
	 * What is set.
	 */
	public enum Kind {

		/** Whether it is written ahead, of a table or sequence. */
		LOG,
		/** What a subscriber knows rows by, of a table. */
		REPLICA_IDENTITY,
		/** The index that a table is sorted by. */
		CLUSTER,
		/** How large values are stored, of a column. */
		STORAGE,
		/** How large values are compressed, of a column. */
		COMPRESSION,
		/** How much ANALYZE looks at, of a column or an index. */
		STATISTICS,
		/**
		 * That it has not been built to its end, of an index: PostgreSQL does not use it,
		 * and it keeps no duplicates out. Nobody wants that.
		 */
		INVALID,
		/** A parameter that has a name. */
		PARAMETER

	}

}
