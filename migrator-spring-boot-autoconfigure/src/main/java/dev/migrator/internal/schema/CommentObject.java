package dev.migrator.internal.schema;

import java.util.List;

import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * The comment on an object.
 *
 * @param of the identity of what it is on
 * @param text the comment
 * @param table the identity of the table that an index belongs to, or {@code null} for
 * the comment on anything else
 */
public record CommentObject(ObjectId of, String text, @Nullable ObjectId table) implements SchemaObject {

	/**
	 * The comment on anything but an index.
	 * @param of the identity of what it is on
	 * @param text the comment
	 */
	public CommentObject(ObjectId of, String text) {
		this(of, text, null);
	}

	@Override
	public ObjectId id() {
		return ObjectId.commentOn(this.of);
	}

	/**
	 * A schema is no object of its own.
	 */
	@Override
	public @Nullable ObjectId parent() {
		return (this.of.kind() == ObjectId.Kind.SCHEMA) ? null : this.of;
	}

	@Override
	public ObjectId root() {
		return (this.table != null) ? this.table : (parent() != null) ? this.of.root() : id();
	}

	/**
	 * Whether it is on a table or a column, and is said where that is.
	 * @return whether it is
	 */
	public boolean isOnTableOrColumn() {
		return this.of.kind() == ObjectId.Kind.TABLE || this.of.kind() == ObjectId.Kind.COLUMN;
	}

	/**
	 * Whether it is on a constraint or an index.
	 * @return whether it is
	 */
	public boolean isOnKey() {
		return this.of.kind() == ObjectId.Kind.CONSTRAINT || this.of.kind() == ObjectId.Kind.INDEX;
	}

	/**
	 * The same on something else.
	 * @param other the identity of that
	 * @return the comment
	 */
	public CommentObject on(ObjectId other) {
		return new CommentObject(other, this.text, this.table);
	}

	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("text", this.text));
	}

	@Override
	public CommentObject renamed(Renaming renaming) {
		return new CommentObject(this.of.renamed(renaming), this.text,
				(this.table != null) ? this.table.renamed(renaming) : null);
	}

}
