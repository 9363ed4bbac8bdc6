package dev.migrator.dialect;

import java.util.List;

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

	static ScratchPath of(ServerConnection connection) {
		Row row = connection.query("select pg_catalog.current_schema(), pg_catalog.current_schemas(false)").get(0);
		return new ScratchPath(new CatalogNames(row.text(0)), TextArray.read(row.text(1)));
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
		return this.schemas.contains(name.schema()) ? NameSql.of(name.name()) : NameSql.of(name);
	}

}
