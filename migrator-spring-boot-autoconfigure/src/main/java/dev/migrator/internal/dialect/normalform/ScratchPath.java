package dev.migrator.internal.dialect.normalform;

import java.util.List;

import dev.migrator.internal.dialect.catalog.CatalogNames;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.ObjectName;

/**
 * The search path while temporary tables represent real ones: the temporary schema first,
 * then the schemas of the usual search path.
 *
 * @param names the conversion of names of the catalog
 * @param schemas the usual search path
 */
record ScratchPath(CatalogNames names, List<String> schemas) {

	static final String SCHEMA = "pg_temp";

	static ScratchPath of(ServerSchemas server) {
		return new ScratchPath(new CatalogNames(server.defaultSchema()), server.searchPath());
	}

	/**
	 * Begins the transaction that will be rolled back.
	 */
	String begin() {
		StringBuilder sql = new StringBuilder("BEGIN READ WRITE;\nSET LOCAL search_path TO " + SCHEMA);
		this.schemas.stream()
			.filter((schema) -> !schema.startsWith(SCHEMA))
			.forEach((schema) -> sql.append(", ").append(SqlText.identifier(schema)));
		return sql.append(";\n").toString();
	}

	/**
	 * Returns a name as the server prints it in an expression.
	 */
	String printed(ObjectName name) {
		return (name.schema() != null && this.schemas.contains(name.schema())) ? NameSql.of(name.name())
				: NameSql.of(name);
	}

}
