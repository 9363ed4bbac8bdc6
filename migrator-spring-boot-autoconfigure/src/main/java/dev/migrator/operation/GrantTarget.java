package dev.migrator.operation;

import java.util.List;
import java.util.Locale;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Routine;

/**
 * An object on which privileges can be granted.
 */
public sealed interface GrantTarget {

	/**
	 * Returns the target as it is written in a Java revision.
	 * @param java writes the source
	 * @return the call that makes it
	 */
	String java(JavaCode java);

	/**
	 * Creates the target for a table or a view.
	 * @param name its name
	 * @return the target
	 */
	static GrantTarget table(String name) {
		return new Named(Kind.TABLE, ObjectName.of(name));
	}

	/**
	 * Creates the target for a sequence.
	 * @param name its name
	 * @return the target
	 */
	static GrantTarget sequence(String name) {
		return new Named(Kind.SEQUENCE, ObjectName.of(name));
	}

	/**
	 * Creates the target for a type.
	 * @param name its name
	 * @return the target
	 */
	static GrantTarget type(String name) {
		return new Named(Kind.TYPE, ObjectName.of(name));
	}

	/**
	 * Creates the target for a schema.
	 * @param name its name
	 * @return the target
	 */
	static GrantTarget schema(String name) {
		return new Named(Kind.SCHEMA, new ObjectName(null, name));
	}

	/**
	 * Creates the target for all tables that are in a schema when the revision runs.
	 * @param schema its name
	 * @return the target
	 */
	static GrantTarget allTablesIn(String schema) {
		return new Named(Kind.ALL_TABLES_IN_SCHEMA, new ObjectName(null, schema));
	}

	/**
	 * Creates the target for all sequences that are in a schema when the revision runs.
	 * @param schema its name
	 * @return the target
	 */
	static GrantTarget allSequencesIn(String schema) {
		return new Named(Kind.ALL_SEQUENCES_IN_SCHEMA, new ObjectName(null, schema));
	}

	/**
	 * Creates the target for a function.
	 * @param name its name
	 * @param arguments the types of its arguments
	 * @return the target
	 */
	static GrantTarget function(String name, DataType... arguments) {
		return new OfFunction(new Routine.Signature(ObjectName.of(name), List.of(arguments), false));
	}

	/**
	 * Creates the target for a procedure.
	 * @param name its name
	 * @param arguments the types of its arguments
	 * @return the target
	 */
	static GrantTarget procedure(String name, DataType... arguments) {
		return new OfFunction(new Routine.Signature(ObjectName.of(name), List.of(arguments), true));
	}

	/**
	 * Objects that have a name.
	 *
	 * @param kind their kind
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
	 * The kinds of objects that have a name.
	 */
	enum Kind {

		TABLE, SEQUENCE, TYPE, SCHEMA, ALL_TABLES_IN_SCHEMA, ALL_SEQUENCES_IN_SCHEMA;

		/**
		 * Returns the kind in words.
		 * @return {@code all tables in schema}
		 */
		public String words() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

	}

}
