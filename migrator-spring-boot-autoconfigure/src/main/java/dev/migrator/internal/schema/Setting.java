package dev.migrator.internal.schema;

import java.util.Locale;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;

/**
 * A storage setting of an object. Its value is a text. It has no value if the object has
 * the default of PostgreSQL.
 *
 * @param kind the kind of the setting
 * @param of the identity of the table, column, index or sequence; for a constraint, that
 * of its index
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
			throw new InvalidDefinitionException("The %s has no %s.".formatted(of, kind), "Use another setting.");
		}
		switch (kind) {
			case PARAMETER -> NameRule.check("parameter", name);
			case STATISTICS -> checkName(name, name.matches("\\d{0,4}"));
			default -> checkName(name, name.isEmpty());
		}
	}

	private static void checkName(String name, boolean possible) {
		if (!possible) {
			throw new InvalidDefinitionException("There is no setting with the name %s.".formatted(name),
					"Leave the name out.");
		}
	}

	/**
	 * Returns the setting whether a table is logged.
	 * @param table the table
	 * @return the setting, whose only value is {@link #UNLOGGED}
	 */
	public static Setting ofLog(ObjectName table) {
		return new Setting(Kind.LOG, ObjectId.table(table), "");
	}

	/**
	 * Returns the setting whether a sequence is logged. Unlogged sequences need
	 * PostgreSQL 15.
	 * @param sequence the sequence
	 * @return the setting, whose only value is {@link #UNLOGGED}
	 */
	public static Setting ofSequenceLog(ObjectName sequence) {
		return new Setting(Kind.LOG, ObjectId.sequence(sequence), "");
	}

	/**
	 * Returns the replica identity of a table.
	 * @param table the table
	 * @return the setting, whose value is {@link #FULL}, {@link #NOTHING} or that of
	 * {@link #usingIndex}
	 */
	public static Setting ofReplicaIdentity(ObjectName table) {
		return new Setting(Kind.REPLICA_IDENTITY, ObjectId.table(table), "");
	}

	/**
	 * Returns the setting of the index by which {@code CLUSTER} sorts a table.
	 * @param table the table
	 * @return the setting, whose value is the name of the index
	 */
	public static Setting ofCluster(ObjectName table) {
		return new Setting(Kind.CLUSTER, ObjectId.table(table), "");
	}

	/**
	 * Returns a storage parameter of a table.
	 * @param table the table
	 * @param parameter its name: {@code fillfactor}, {@code toast.autovacuum_enabled}
	 * @return the setting
	 */
	public static Setting ofTable(ObjectName table, String parameter) {
		return new Setting(Kind.PARAMETER, ObjectId.table(table), parameter);
	}

	/**
	 * Returns a storage parameter of an index.
	 * @param index the index
	 * @param parameter its name
	 * @return the setting
	 */
	public static Setting ofIndex(ObjectName index, String parameter) {
		return new Setting(Kind.PARAMETER, ObjectId.index(index), parameter);
	}

	/**
	 * Returns the statistics target of an expression of an index.
	 * @param index the index
	 * @param column the number of the column of the index, from 1 on
	 * @return the setting, whose value is a number
	 */
	public static Setting ofStatistics(ObjectName index, int column) {
		return new Setting(Kind.STATISTICS, ObjectId.index(index), String.valueOf(column));
	}

	/**
	 * Returns the setting that an index was not built completely.
	 * @param index the index
	 * @return the setting, whose value is {@link #INVALID} or {@link #UNREADY}
	 */
	public static Setting ofInvalid(ObjectName index) {
		return new Setting(Kind.INVALID, ObjectId.index(index), "");
	}

	/**
	 * Returns a parameter of a column.
	 * @param column the column
	 * @param parameter its name: {@code n_distinct}
	 * @return the setting
	 */
	public static Setting ofColumn(ColumnName column, String parameter) {
		return new Setting(Kind.PARAMETER, ObjectId.column(column), parameter);
	}

	/**
	 * Returns the storage, the compression or the statistics target of a column.
	 * @param kind the kind of the setting
	 * @param column the column
	 * @return the setting
	 */
	public static Setting ofColumn(Kind kind, ColumnName column) {
		return new Setting(kind, ObjectId.column(column), "");
	}

	/** The value of an unlogged object. */
	public static final String UNLOGGED = "unlogged";

	/** The value of an index that was not built completely. */
	public static final String INVALID = "invalid";

	/** The value of an index that is not even updated. */
	public static final String UNREADY = "unready";

	/** The value of a replica identity of all columns. */
	public static final String FULL = "full";

	/** The value of no replica identity. */
	public static final String NOTHING = "nothing";

	private static final String USING_INDEX = "using index ";

	/**
	 * Returns the value of a replica identity by an index.
	 * @param index its name
	 * @return the value
	 */
	public static String usingIndex(String index) {
		return USING_INDEX + index;
	}

	/**
	 * Returns the index of a replica identity.
	 * @param value its value
	 * @return the name of the index
	 */
	public static String usedIndex(String value) {
		if (!value.startsWith(USING_INDEX)) {
			throw new InvalidDefinitionException("\"%s\" is not a replica identity.".formatted(value),
					"Use full, nothing, or an index.");
		}
		return value.substring(USING_INDEX.length());
	}

	/**
	 * Returns its identity.
	 * @return the identity
	 */
	public ObjectId id() {
		return ObjectId.setting(this.of, words());
	}

	/**
	 * Returns its kind in words.
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
	 * Returns the setting with the new names.
	 * @param renaming the new names
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
	 * The kinds of settings.
	 */
	public enum Kind {

		/** Whether a table or sequence is logged. */
		LOG,
		/** The replica identity of a table. */
		REPLICA_IDENTITY,
		/** The index by which a table is sorted. */
		CLUSTER,
		/** The storage of large values of a column. */
		STORAGE,
		/** The compression of large values of a column. */
		COMPRESSION,
		/** The statistics target of a column or an index. */
		STATISTICS,
		/**
		 * The state of an index that was not built completely: PostgreSQL does not use
		 * it, and it does not prevent duplicates. It is never wanted.
		 */
		INVALID,
		/** A parameter that has a name. */
		PARAMETER

	}

}
