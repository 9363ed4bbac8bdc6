package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Changes what objects of several kinds have: a name, a schema, a comment.
 */
public sealed interface ObjectDirective extends Directive {

	/**
	 * Renames an object, which keeps its contents.
	 *
	 * @param kind its kind
	 * @param name the old name
	 * @param to the new name, in the same schema
	 */
	record RenameObject(ObjectKind kind, ObjectName name, String to) implements ObjectDirective {

		public RenameObject {
			NameRule.check(kind.words(), to);
		}

		/**
		 * Creates a rename from names as they are written by hand.
		 * @param kind the kind of the object
		 * @param from its name, {@code name} or {@code schema.name}
		 * @param to its new name, without a schema
		 * @return the rename
		 * @throws InvalidDefinitionException if the new name is in a schema
		 */
		public static RenameObject of(ObjectKind kind, String from, String to) {
			ObjectName name = ObjectName.of(to);
			if (name.schema() != null) {
				throw new InvalidDefinitionException(
						"The %s %s is to be renamed to %s, which includes a schema.".formatted(kind.words(), from, to),
						"A rename cannot change the schema: leave it out, and use move... for another schema. Put a name that "
								+ "contains a dot in double quotes.");
			}
			return new RenameObject(kind, ObjectName.of(from), name.name());
		}

		@Override
		public Effects effects() {
			ObjectName other = this.name.sibling(this.to);
			return Effects.renaming(this.kind.id(this.name), this.kind.id(other), this.name, other);
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(new RenameObject(this.kind, this.name.sibling(this.to), this.name.name()));
		}

		@Override
		public String java(JavaCode java) {
			boolean plain = this.kind == ObjectKind.SCHEMA;
			return java.call("rename" + this.kind.inDirectives(), java.text(plain ? this.name.name() : this.name),
					java.text(plain ? this.to : new ObjectName(null, this.to)));
		}

		@Override
		public String describe() {
			return "rename %s %s to %s".formatted(this.kind.words(), this.name, this.to);
		}

	}

	/**
	 * Moves an object to another schema.
	 *
	 * @param kind its kind
	 * @param name its name
	 * @param schema the new schema
	 */
	record MoveObject(ObjectKind kind, ObjectName name, String schema) implements ObjectDirective {

		public MoveObject {
			NameRule.check("schema", schema);
			if (kind == ObjectKind.INDEX || kind == ObjectKind.SCHEMA) {
				throw new InvalidDefinitionException(
						"PostgreSQL cannot move the %s %s to another schema.".formatted(kind.words(), name),
						"An index moves with its table.");
			}
		}

		@Override
		public Effects effects() {
			ObjectName other = new ObjectName(this.schema, this.name.name());
			return Effects.renaming(this.kind.id(this.name), this.kind.id(other), this.name, other);
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.ofNullable(this.name.schema())
				.map((from) -> new MoveObject(this.kind, new ObjectName(this.schema, this.name.name()), from));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("move" + this.kind.inDirectives(), java.text(this.name), java.text(this.schema));
		}

		@Override
		public String describe() {
			return "move %s %s to schema %s".formatted(this.kind.words(), this.name, this.schema);
		}

		@Override
		public String toBeReversible() {
			return "Give its present schema too: \"%s\"".formatted(new ObjectName("public", this.name.name()));
		}

	}

	/**
	 * Changes the comment on something.
	 *
	 * @param on the object with the comment
	 * @param to the new comment, or {@code null} for none
	 * @param was the old comment
	 */
	record SetComment(CommentTarget on, @Nullable String to, Existing<String> was) implements ObjectDirective {

		public SetComment {
			Literal.of(to);
		}

		@Override
		public Effects effects() {
			ObjectId id = ObjectId.commentOn(this.on.id());
			return (this.to == null) ? Effects.removing(id) : Effects.making(id);
		}

		@Override
		public Optional<Operation> reverse() {
			return this.was.known() ? Optional.of(new SetComment(this.on, this.was.value(), Existing.known(this.to)))
					: Optional.empty();
		}

		@Override
		public String java(JavaCode java) {
			String comment = (this.to != null) ? java.text(this.to) : "null";
			return this.on.java(java, comment);
		}

		@Override
		public String describe() {
			return "comment on " + this.on;
		}

		@Override
		public String toBeReversible() {
			return "Give the old comment after the new one: null if it had none";
		}

	}

}
