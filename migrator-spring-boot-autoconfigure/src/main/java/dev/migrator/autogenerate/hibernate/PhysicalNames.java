package dev.migrator.autogenerate.hibernate;

import java.util.List;

import dev.migrator.dialect.NameText;
import dev.migrator.schema.ObjectName;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/**
 * The names that the server makes of those in the model: without quotes it turns them
 * into lower case, and it cuts off what is too long.
 */
final class PhysicalNames {

	private final Database database;

	private final @Nullable Identifier modelSchema;

	private final String serverSchema;

	/**
	 * Creates them.
	 * @param database what Hibernate knows of the database
	 * @param modelSchema the schema of tables that name none, or {@code null} for that of
	 * the server
	 * @param serverSchema the schema that unqualified names mean on the server
	 */
	PhysicalNames(Database database, @Nullable Identifier modelSchema, String serverSchema) {
		this.database = database;
		this.modelSchema = modelSchema;
		this.serverSchema = serverSchema;
	}

	String of(Identifier identifier) {
		return physical(identifier.getText(), identifier.isQuoted());
	}

	/**
	 * A name that stands in the model as text, maybe in quotes.
	 */
	String of(String text) {
		return of(this.database.toIdentifier(text));
	}

	String of(Column column) {
		return physical(column.getName(), column.isQuoted());
	}

	List<String> of(List<Column> columns) {
		return columns.stream().map(this::of).toList();
	}

	ObjectName of(QualifiedName name) {
		Identifier schema = (name.getSchemaName() != null) ? name.getSchemaName() : this.modelSchema;
		return unqualified(new ObjectName((schema != null) ? of(schema) : null, of(name.getObjectName())));
	}

	/**
	 * The name without its schema, if that is the one that unqualified names mean.
	 */
	ObjectName unqualified(ObjectName name) {
		return this.serverSchema.equals(name.schema()) ? new ObjectName(null, name.name()) : name;
	}

	static String physical(String name, boolean quoted) {
		return quoted ? NameText.quoted(name) : NameText.unquoted(name);
	}

}
