package dev.migrator.internal.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Generated;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * A column, without its default, identity and comment. Most objects of a schema are
 * columns, and their identities are needed very often.
 *
 * @param id its identity
 * @param position its position in its table, which is not compared
 * @param type its type
 * @param nullable whether it is declared nullable
 * @param inPrimaryKey whether it is in a primary key, which refuses NULLs in any case
 * @param generated its computation, or {@code null} if it is not generated
 * @param collation its collation, or {@code null} for the collation of its type
 */
public record ColumnObject(ObjectId id, int position, DataType type, boolean nullable, boolean inPrimaryKey,
		@Nullable Generated generated, @Nullable ObjectName collation) implements SchemaObject {

	/**
	 * Returns its name.
	 * @return the name, with its table
	 */
	public ColumnName name() {
		return this.id.columnName();
	}

	@Override
	public ObjectId parent() {
		return Objects.requireNonNull(this.id.in());
	}

	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("type", this.type.plain()), new Attribute("nullable", takesNull()),
				new Attribute("generated", this.generated), new Attribute("collation", this.collation));
	}

	/**
	 * Returns whether it accepts NULL.
	 * @return whether nothing prevents it
	 */
	public boolean takesNull() {
		return this.nullable && !this.inPrimaryKey;
	}

	/**
	 * Returns a copy with or without a primary key over it.
	 * @param in whether a primary key is over it
	 * @return the column
	 */
	ColumnObject inPrimaryKey(boolean in) {
		return (in == this.inPrimaryKey) ? this : new ColumnObject(this.id, this.position, this.type, this.nullable, in,
				this.generated, this.collation);
	}

	@Override
	public Stream<ObjectId> needs() {
		return userType().map(ObjectId::type).stream();
	}

	/**
	 * Returns its type, if the schema or an extension defines it.
	 * @return the name of the type, or of the element type of an array
	 */
	public Optional<ObjectName> userType() {
		return this.type.userType();
	}

	@Override
	public ColumnObject renamed(Renaming renaming) {
		return new ColumnObject(this.id.renamed(renaming), this.position, this.type, this.nullable, this.inPrimaryKey,
				(this.generated != null) ? new Generated(renaming.sql(name().table(), this.generated.expression()),
						this.generated.stored()) : null,
				this.collation);
	}

}
