package dev.migrator.operation;

import java.util.Locale;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.schema.ObjectName;

/**
 * The kinds of objects that have names of their own in a schema, and schemas.
 */
public enum ObjectKind {

	TABLE, VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE, TYPE, DOMAIN, SCHEMA;

	/**
	 * Returns the identity of an object of this kind. A view is a relation, like a table.
	 * @param name its name
	 * @return the identity
	 */
	ObjectId id(ObjectName name) {
		return switch (this) {
			case TABLE, VIEW, MATERIALIZED_VIEW -> ObjectId.table(name);
			case INDEX -> ObjectId.index(name);
			case SEQUENCE -> ObjectId.sequence(name);
			case TYPE, DOMAIN -> ObjectId.type(name);
			case SCHEMA -> ObjectId.schema(name.name());
		};
	}

	/**
	 * Returns the kind in words.
	 * @return {@code materialized view}
	 */
	public String words() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/**
	 * Returns the kind as it appears in the names of directives, where a type is called
	 * an enum.
	 * @return {@code MaterializedView}
	 */
	String inDirectives() {
		return switch (this) {
			case TABLE -> "Table";
			case VIEW -> "View";
			case MATERIALIZED_VIEW -> "MaterializedView";
			case INDEX -> "Index";
			case SEQUENCE -> "Sequence";
			case TYPE -> "Enum";
			case DOMAIN -> "Domain";
			case SCHEMA -> "Schema";
		};
	}

}
