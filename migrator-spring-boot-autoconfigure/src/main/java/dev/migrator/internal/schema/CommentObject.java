package dev.migrator.internal.schema;

import java.util.List;

import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * The comment on an object.
 *
 * @param of the identity of the object with the comment
 * @param text the comment
 * @param table the identity of the table that an index belongs to, or {@code null} for
 * the comment on anything else
 */
public record CommentObject(ObjectId of, String text, @Nullable ObjectId table) implements SchemaObject {

	/**
	 * Creates a comment on anything except an index.
	 * @param of the identity of the object with the comment
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
	 * Returns a schema is not an object itself, so its comment has no parent.
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
	 * Returns whether it is on a table or a column, whose definition includes it.
	 * @return whether it is
	 */
	public boolean isOnTableOrColumn() {
		return this.of.kind() == ObjectId.Kind.TABLE || this.of.kind() == ObjectId.Kind.COLUMN;
	}

	/**
	 * Returns whether it is on a constraint or an index.
	 * @return whether it is
	 */
	public boolean isOnKey() {
		return this.of.kind() == ObjectId.Kind.CONSTRAINT || this.of.kind() == ObjectId.Kind.INDEX;
	}

	/**
	 * Returns a copy on another object.
	 * @param other the identity of the object
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
