package dev.migrator.schema.object;

import java.util.List;

import dev.migrator.schema.Renaming;

/**
 * The comment on an object.
 *
 * @param of the identity of what it is on
 * @param text the comment
 */
public record CommentObject(ObjectId of, String text) implements SchemaObject {

	@Override
	public ObjectId id() {
		return ObjectId.commentOn(this.of);
	}

	@Override
	public ObjectId parent() {
		return this.of;
	}

	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("text", this.text));
	}

	@Override
	public CommentObject renamed(Renaming renaming) {
		return new CommentObject(this.of.renamed(renaming), this.text);
	}

}
