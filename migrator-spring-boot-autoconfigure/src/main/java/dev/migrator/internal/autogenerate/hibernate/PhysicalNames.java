package dev.migrator.internal.autogenerate.hibernate;

import java.util.List;

import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.schema.ObjectName;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/**
 * Converts the names in the model to the names on the server: a name without quotes
 * becomes lower case, and a name that is too long is cut off.
 */
final class PhysicalNames {

	private final @Nullable Identifier modelSchema;

	private final String serverSchema;

	/**
	 * Creates the conversion.
	 * @param modelSchema the schema of tables without a schema, or {@code null} for the
	 * server's schema
	 * @param serverSchema the schema of unqualified names on the server
	 */
	PhysicalNames(@Nullable Identifier modelSchema, String serverSchema) {
		this.modelSchema = modelSchema;
		this.serverSchema = serverSchema;
	}

	String of(Identifier identifier) {
		return physical(identifier.getText(), identifier.isQuoted());
	}

	/**
	 * Converts a name that Hibernate writes unchanged, with its quotes if it has them,
	 * for example the name of a constraint. Backticks, which PostgreSQL would refuse, are
	 * read as quotes.
	 */
	static String written(String sql) {
		boolean ticked = sql.length() > 1 && sql.startsWith("`") && sql.endsWith("`");
		return ticked ? NameText.quoted(sql.substring(1, sql.length() - 1)) : NameText.of(sql);
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
	 * Returns the name without its schema, if that is the schema of unqualified names.
	 */
	ObjectName unqualified(ObjectName name) {
		return this.serverSchema.equals(name.schema()) ? new ObjectName(null, name.name()) : name;
	}

	static String physical(String name, boolean quoted) {
		return quoted ? NameText.quoted(name) : NameText.unquoted(name);
	}

}
