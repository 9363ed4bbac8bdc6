package dev.migrator.operation;

import java.util.List;
import java.util.Locale;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Routine;

/**
 * What rights can be on.
 */
public sealed interface GrantTarget {

	/**
	 * The target as it is written in a Java revision.
	 * @param java writes the source
	 * @return the call that makes it
	 */
	String java(JavaCode java);

	/**
	 * A table or a view.
	 * @param name its name
	 * @return the target
	 */
	static GrantTarget table(String name) {
		return new Named(Kind.TABLE, ObjectName.of(name));
	}

	/**
	 * A sequence.
	 * @param name its name
	 * @return the target
	 */
	static GrantTarget sequence(String name) {
		return new Named(Kind.SEQUENCE, ObjectName.of(name));
	}

	/**
	 * A type.
	 * @param name its name
	 * @return the target
	 */
	static GrantTarget type(String name) {
		return new Named(Kind.TYPE, ObjectName.of(name));
	}

	/**
	 * A schema.
	 * @param name its name
	 * @return the target
	 */
	static GrantTarget schema(String name) {
		return new Named(Kind.SCHEMA, new ObjectName(null, name));
	}

	/**
	 * All tables that are in a schema when the revision is run.
	 * @param schema its name
	 * @return the target
	 */
	static GrantTarget allTablesIn(String schema) {
		return new Named(Kind.ALL_TABLES_IN_SCHEMA, new ObjectName(null, schema));
	}

	/**
	 * All sequences that are in a schema when the revision is run.
	 * @param schema its name
	 * @return the target
	 */
	static GrantTarget allSequencesIn(String schema) {
		return new Named(Kind.ALL_SEQUENCES_IN_SCHEMA, new ObjectName(null, schema));
	}

	/**
	 * A function.
	 * @param name its name
	 * @param arguments the types of its arguments
	 * @return the target
	 */
	static GrantTarget function(String name, DataType... arguments) {
		return new OfFunction(new Routine.Signature(ObjectName.of(name), List.of(arguments), false));
	}

	/**
	 * A procedure.
	 * @param name its name
	 * @param arguments the types of its arguments
	 * @return the target
	 */
	static GrantTarget procedure(String name, DataType... arguments) {
		return new OfFunction(new Routine.Signature(ObjectName.of(name), List.of(arguments), true));
	}

	/**
	 * What has a name.
	 *
	 * @param kind what it is
	 * @param name its name
	 */
	record Named(Kind kind, ObjectName name) implements GrantTarget {

		@Override
		public String java(JavaCode java) {
			String target = java.name(GrantTarget.class);
			return switch (this.kind) {
				case TABLE -> java.callOn(target, "table", java.text(this.name));
				case SEQUENCE -> java.callOn(target, "sequence", java.text(this.name));
				case TYPE -> java.callOn(target, "type", java.text(this.name));
				case SCHEMA -> java.callOn(target, "schema", java.text(this.name.name()));
				case ALL_TABLES_IN_SCHEMA -> java.callOn(target, "allTablesIn", java.text(this.name.name()));
				case ALL_SEQUENCES_IN_SCHEMA -> java.callOn(target, "allSequencesIn", java.text(this.name.name()));
			};
		}

		@Override
		public String toString() {
			return this.kind.words() + " " + this.name;
		}

	}

	/**
	 * A function or a procedure.
	 *
	 * @param signature its name and the types of its arguments
	 */
	record OfFunction(Routine.Signature signature) implements GrantTarget {

		@Override
		public String java(JavaCode java) {
			return java.callOn(java.name(GrantTarget.class), this.signature.procedure() ? "procedure" : "function",
					java.text(this.signature.name()), java.types(this.signature.arguments()));
		}

		@Override
		public String toString() {
			return (this.signature.procedure() ? "procedure " : "function ") + this.signature.name();
		}

	}

	/**
	 * Kinds of what has a name.
	 */
	enum Kind {

		TABLE, SEQUENCE, TYPE, SCHEMA, ALL_TABLES_IN_SCHEMA, ALL_SEQUENCES_IN_SCHEMA;

		/**
		 * The kind in words.
		 * @return {@code all tables in schema}
		 */
		public String words() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

	}

}
