package dev.migrator.operation;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * An object that can have a comment.
 */
public sealed interface CommentTarget {

	/**
	 * Returns the identity of the object.
	 * @return the identity
	 */
	ObjectId id();

	/**
	 * Returns whether it is a table or a column. Their comments are written where they
	 * are created.
	 * @return whether it is
	 */
	default boolean isTableOrColumn() {
		return id().kind() == ObjectId.Kind.TABLE || id().kind() == ObjectId.Kind.COLUMN;
	}

	/**
	 * Returns the directive that comments on it.
	 * @param java writes the source
	 * @param comment the comment as source
	 * @return the call
	 */
	String java(JavaCode java, String comment);

	/**
	 * A table, a view, a type or the like.
	 *
	 * @param kind its kind
	 * @param name its name
	 */
	record OnObject(ObjectKind kind, ObjectName name) implements CommentTarget {

		@Override
		public ObjectId id() {
			return this.kind.id(this.name);
		}

		@Override
		public String java(JavaCode java, String comment) {
			Object plain = (this.kind == ObjectKind.SCHEMA) ? this.name.name() : this.name;
			return java.call("commentOn" + this.kind.inDirectives(), java.text(plain), comment);
		}

		@Override
		public String toString() {
			return this.kind.words() + " " + this.name;
		}

	}

	/**
	 * A column.
	 *
	 * @param column the column
	 */
	record OnColumn(ColumnName column) implements CommentTarget {

		@Override
		public ObjectId id() {
			return ObjectId.column(this.column);
		}

		@Override
		public String java(JavaCode java, String comment) {
			return java.call("commentOnColumn", java.text(this.column.table()), java.text(this.column.column()),
					comment);
		}

		@Override
		public String toString() {
			return "column %s of %s".formatted(this.column.column(), this.column.table());
		}

	}

	/**
	 * A constraint.
	 *
	 * @param table its table
	 * @param constraint its name
	 */
	record OnConstraint(ObjectName table, String constraint) implements CommentTarget {

		public OnConstraint {
			NameRule.check("constraint", constraint);
		}

		@Override
		public ObjectId id() {
			return ObjectId.constraint(this.table, this.constraint);
		}

		@Override
		public String java(JavaCode java, String comment) {
			return java.call("commentOnConstraint", java.text(this.table), java.text(this.constraint), comment);
		}

		@Override
		public String toString() {
			return "constraint %s of %s".formatted(this.constraint, this.table);
		}

	}

}
