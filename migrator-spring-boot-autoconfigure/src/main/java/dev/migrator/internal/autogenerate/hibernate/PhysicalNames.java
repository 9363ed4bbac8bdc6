package dev.migrator.internal.autogenerate.hibernate;

import java.util.List;

import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.schema.ObjectName;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/**
 * The names that the server makes of those in the model: without quotes it turns them
 * into lower case, and it cuts off what is too long.
 */
final class PhysicalNames {

	private final @Nullable Identifier modelSchema;

	private final String serverSchema;

	/**
	 * Creates them.
	 * @param modelSchema the schema of tables that name none, or {@code null} for that of
	 * the server
	 * @param serverSchema the schema that unqualified names mean on the server
	 */
	PhysicalNames(@Nullable Identifier modelSchema, String serverSchema) {
		this.modelSchema = modelSchema;
		this.serverSchema = serverSchema;
	}

	String of(Identifier identifier) {
		return physical(identifier.getText(), identifier.isQuoted());
	}

	/**
	 * A name that Hibernate writes as it is, with its quotes if it has them: that of a
	 * constraint, for one. Back-ticks, which PostgreSQL would refuse, are taken for
	 * quotes.
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
	 * The name without its schema, if that is the one that unqualified names mean.
	 */
	ObjectName unqualified(ObjectName name) {
		return this.serverSchema.equals(name.schema()) ? new ObjectName(null, name.name()) : name;
	}

	static String physical(String name, boolean quoted) {
		return quoted ? NameText.quoted(name) : NameText.unquoted(name);
	}

}
