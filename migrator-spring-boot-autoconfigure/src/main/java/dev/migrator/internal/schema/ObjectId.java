package dev.migrator.internal.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an object: its kind and the path of names that leads to it.
 */
public final class ObjectId {

	private final Kind kind;

	private final @Nullable ObjectId in;

	private final String name;

	/** Cached, because it is needed often and depends on the whole path. */
	private final int hash;

	/**
	 * Schemas first, then names.
	 */
	public static final Comparator<ObjectId> BY_NAME = Comparator
		.comparing((ObjectId id) -> (id.in() != null) ? id.in().name() : "")
		.thenComparing(ObjectId::name);

	/**
	 * Kinds first, in the order of a script, then names.
	 */
	public static final Comparator<ObjectId> ORDER = Comparator.comparing(ObjectId::kind).thenComparing(BY_NAME);

	private ObjectId(Kind kind, @Nullable ObjectId in, String name) {
		this.kind = kind;
		this.in = in;
		this.name = name;
		this.hash = 31 * (31 * kind.name().hashCode() + ((in != null) ? in.hash : 0)) + name.hashCode();
	}

	/**
	 * Returns the kind of the object.
	 * @return its kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * Returns the object or schema that contains its name.
	 * @return its identity, or {@code null} for the default schema, and for objects
	 * without a schema
	 */
	public @Nullable ObjectId in() {
		return this.in;
	}

	/**
	 * Returns its name there.
	 * @return the name; empty for an object without its own name, such as a default
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Returns the identity of a schema.
	 * @param name its name
	 * @return the identity
	 */
	public static ObjectId schema(String name) {
		return new ObjectId(Kind.SCHEMA, null, name);
	}

	/**
	 * Returns the identity of a table.
	 * @param name its name
	 * @return the identity
	 */
	public static ObjectId table(ObjectName name) {
		return inSchema(Kind.TABLE, name);
	}

	/**
	 * Returns the identity of an index.
	 * @param name its name, with the schema of its table
	 * @return the identity
	 */
	public static ObjectId index(ObjectName name) {
		return inSchema(Kind.INDEX, name);
	}

	/**
	 * Returns the identity of a sequence.
	 * @param name its name
	 * @return the identity
	 */
	public static ObjectId sequence(ObjectName name) {
		return inSchema(Kind.SEQUENCE, name);
	}

	/**
	 * Returns the identity of a type.
	 * @param name its name
	 * @return the identity
	 */
	public static ObjectId type(ObjectName name) {
		return inSchema(Kind.TYPE, name);
	}

	private static ObjectId inSchema(Kind kind, ObjectName name) {
		return new ObjectId(kind, (name.schema() != null) ? schema(name.schema()) : null, name.name());
	}

	/**
	 * Returns the identity of a column.
	 * @param column the column
	 * @return the identity
	 */
	public static ObjectId column(ColumnName column) {
		return column(column.table(), column.column());
	}

	/**
	 * Returns the identity of a column.
	 * @param table its table
	 * @param column its name
	 * @return the identity
	 */
	public static ObjectId column(ObjectName table, String column) {
		return column(table(table), column);
	}

	static ObjectId column(ObjectId table, String column) {
		return new ObjectId(Kind.COLUMN, table, column);
	}

	/**
	 * Returns the identities of columns of a table.
	 * @param table the table
	 * @param columns their names
	 * @return the identities
	 */
	static Set<ObjectId> columns(ObjectName table, Collection<String> columns) {
		return columns.stream().map((column) -> column(table, column)).collect(Collectors.toSet());
	}

	/**
	 * Returns the identity of the default of a column.
	 * @param column the column
	 * @return the identity
	 */
	public static ObjectId defaultOf(ColumnName column) {
		return new ObjectId(Kind.DEFAULT, column(column), "");
	}

	/**
	 * Returns the identity of the property that a column is NOT NULL, which is not an
	 * object itself.
	 * @param column the column
	 * @return the identity
	 */
	public static ObjectId notNullOf(ColumnName column) {
		return new ObjectId(Kind.NOT_NULL, column(column), "");
	}

	/**
	 * Returns the identity of the NOT NULL constraint of a column.
	 * @param column the column
	 * @return the identity
	 */
	static ObjectId notNullConstraintOf(ColumnName column) {
		return new ObjectId(Kind.NOT_NULL_CONSTRAINT, column(column), "");
	}

	/**
	 * Returns the identity of the identity of a column.
	 * @param column the column
	 * @return the identity
	 */
	public static ObjectId identityOf(ColumnName column) {
		return new ObjectId(Kind.IDENTITY, column(column), "");
	}

	/**
	 * Returns the identity of a constraint.
	 * @param table its table
	 * @param name its name
	 * @return the identity
	 */
	public static ObjectId constraint(ObjectName table, String name) {
		return new ObjectId(Kind.CONSTRAINT, table(table), name);
	}

	/**
	 * Returns the identity of the ownership of a sequence by a column.
	 * @param sequence the sequence
	 * @return the identity
	 */
	public static ObjectId ownerOf(ObjectName sequence) {
		return new ObjectId(Kind.OWNER, sequence(sequence), "");
	}

	/**
	 * Returns the identity of a view, materialized or not.
	 * @param name its name
	 * @return the identity
	 */
	public static ObjectId view(ObjectName name) {
		return inSchema(Kind.VIEW, name);
	}

	/**
	 * Returns the identity of a function, procedure or aggregate.
	 * @param schema its schema, or {@code null} for the default schema
	 * @param signature its name with the types of its arguments, as the server writes it:
	 * {@code add_days(date,integer)}
	 * @return the identity
	 */
	public static ObjectId routine(@Nullable String schema, String signature) {
		return new ObjectId(Kind.ROUTINE, (schema != null) ? schema(schema) : null, signature);
	}

	/**
	 * Returns the identity of a trigger, rule or policy.
	 * @param kind the kind
	 * @param on the identity of the table or view that it is on
	 * @param name its name
	 * @return the identity
	 */
	public static ObjectId on(Kind kind, ObjectId on, String name) {
		return new ObjectId(kind, on, name);
	}

	/**
	 * Returns the identity of an object of any other kind.
	 * @param description its description
	 * @return the identity
	 */
	public static ObjectId other(String description) {
		return new ObjectId(Kind.OTHER, null, description);
	}

	/**
	 * Returns the identity of the comment on an object.
	 * @param of the identity of the object
	 * @return the identity
	 */
	public static ObjectId commentOn(ObjectId of) {
		return new ObjectId(Kind.COMMENT, of, "");
	}

	/**
	 * Returns the identity of the property that a table is logged, which is not an object
	 * itself: logged tables can reference only logged tables.
	 * @param table the table
	 * @return the identity
	 */
	public static ObjectId loggedOf(ObjectName table) {
		return setting(table(table), "logged");
	}

	/**
	 * Returns the identity of a setting of an object.
	 * @param of the identity of the object
	 * @param name the name of the setting
	 * @return the identity
	 */
	static ObjectId setting(ObjectId of, String name) {
		return new ObjectId(Kind.SETTING, of, name);
	}

	/**
	 * Returns the identity with the new names.
	 * @param renaming the new names
	 * @return the identity; that of a constraint or an index keeps its own name
	 */
	public ObjectId renamed(Renaming renaming) {
		return switch (this.kind) {
			case TABLE -> table(renaming.table(objectName()));
			case SEQUENCE -> sequence(renaming.sequence(objectName()));
			case COLUMN -> column(renaming.column(columnName()));
			default -> (this.in != null) ? new ObjectId(this.kind, this.in.renamed(renaming), this.name) : this;
		};
	}

	/**
	 * Returns the object that contains it and belongs to no other: the table of a column.
	 * @return the identity of that object; its own if it is directly in a schema or in
	 * nothing
	 */
	ObjectId root() {
		return (this.in == null || this.in.kind == Kind.SCHEMA) ? this : this.in.root();
	}

	/**
	 * Returns whether the object belongs to no other.
	 */
	boolean belongsToNothing() {
		return this.kind != Kind.INDEX && (this.in == null || this.in.kind == Kind.SCHEMA);
	}

	/**
	 * Returns the name of a column.
	 * @return the name, with its table
	 */
	public ColumnName columnName() {
		return new ColumnName(tableName(), this.name);
	}

	/**
	 * Returns the name of the table that a column or a constraint is in.
	 * @return the name, with its schema
	 */
	public ObjectName tableName() {
		return Objects.requireNonNull(this.in).objectName();
	}

	/**
	 * Returns the name of a table, sequence or the like.
	 * @return the name, with its schema
	 */
	public ObjectName objectName() {
		return new ObjectName((this.in != null) ? this.in.name : null, this.name);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof ObjectId id && this.hash == id.hash && this.kind == id.kind
				&& this.name.equals(id.name) && Objects.equals(this.in, id.in));
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

	/**
	 * Describes it in words, for messages about objects that cannot be ordered.
	 */
	@Override
	public String toString() {
		String words = this.kind.words();
		if (this.in == null) {
			return words + " " + this.name;
		}
		if (this.name.isEmpty()) {
			return words + " of " + this.in;
		}
		return (this.in.kind == Kind.SCHEMA) ? "%s %s.%s".formatted(words, this.in.name, this.name)
				: "%s %s of %s".formatted(words, this.name, this.in);
	}

	/**
	 * The kinds of objects, in the order of their creation.
	 */
	public enum Kind {

		SCHEMA, TYPE, SEQUENCE, TABLE, COLUMN, DEFAULT, NOT_NULL, NOT_NULL_CONSTRAINT, IDENTITY, CONSTRAINT, INDEX,
		OWNER, VIEW, ROUTINE, TRIGGER, RULE, POLICY, OTHER, SETTING, COMMENT;

		/**
		 * Returns the kind in words.
		 * @return {@code not null}
		 */
		public String words() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

	}

}
