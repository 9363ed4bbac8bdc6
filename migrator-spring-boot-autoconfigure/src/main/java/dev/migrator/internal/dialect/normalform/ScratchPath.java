package dev.migrator.internal.dialect.normalform;

import java.util.List;

import dev.migrator.internal.dialect.catalog.CatalogNames;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.ObjectName;

/**
 * Where unqualified names are found while temporary tables stand for real ones: among
 * those first, then where they are found otherwise.
 *
 * @param names how names of the catalog are said
 * @param schemas the search path without them
 */
record ScratchPath(CatalogNames names, List<String> schemas) {

	static final String SCHEMA = "pg_temp";

	static ScratchPath of(ServerSchemas server) {
		return new ScratchPath(new CatalogNames(server.defaultSchema()), server.searchPath());
	}

	/**
	 * Begins the transaction that is to be rolled back.
	 */
	String begin() {
		StringBuilder sql = new StringBuilder("BEGIN READ WRITE;\nSET LOCAL search_path TO " + SCHEMA);
		this.schemas.stream()
			.filter((schema) -> !schema.startsWith(SCHEMA))
			.forEach((schema) -> sql.append(", ").append(SqlText.identifier(schema)));
		return sql.append(";\n").toString();
	}

	/**
	 * A name as the server prints it in an expression.
	 */
	String printed(ObjectName name) {
		return (name.schema() != null && this.schemas.contains(name.schema())) ? NameSql.of(name.name())
				: NameSql.of(name);
	}

}
