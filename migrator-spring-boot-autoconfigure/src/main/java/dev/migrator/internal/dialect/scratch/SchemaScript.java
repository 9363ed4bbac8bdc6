package dev.migrator.internal.dialect.scratch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.SchemaContents;
import dev.migrator.internal.dialect.catalog.UnreadKind;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.inspection.NamedSchema;
import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlStatements;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;

/**
 * Analyzes a script that describes a schema, before it is run.
 */
public final class SchemaScript {

	private final String sql;

	private final List<SqlStatement> statements;

	/**
	 * Reads a script.
	 * @param sql its text
	 * @throws UnreadableSqlException if something is opened in it and never closed
	 */
	public SchemaScript(String sql) {
		this.sql = sql;
		this.statements = SqlStatements.of(sql);
	}

	/**
	 * Returns the text.
	 * @return the script as it is written
	 */
	public String sql() {
		return this.sql;
	}

	/**
	 * Returns the statements.
	 * @return the statements of the script, in order
	 */
	public List<SqlStatement> statements() {
		return this.statements;
	}

	/**
	 * Returns whether the script creates a schema or an extension itself.
	 * @param kind the kind, as CREATE writes it
	 * @param name the name of the object
	 * @return whether it has a CREATE for the object
	 */
	public boolean creates(String kind, String name) {
		return this.statements.stream()
			.filter((statement) -> statement.startsWith("CREATE", kind))
			.anyMatch((statement) -> created(Lexemes.of(statement.in(this.sql))).equals(name));
	}

	private static String created(List<String> lexemes) {
		int name = 2;
		if (Lexemes.containsSequence(lexemes.subList(0, Math.min(5, lexemes.size())), "IF", "NOT", "EXISTS")) {
			name += 3;
		}
		// CREATE SCHEMA AUTHORIZATION joe creates the schema joe.
		if (name < lexemes.size() && lexemes.get(name).equals("AUTHORIZATION")) {
			name++;
		}
		return (name < lexemes.size()) ? NameText.of(lexemes.get(name)) : "";
	}

	/**
	 * Finds the first statement that names a schema, so that it does not mean the same in
	 * a scratch schema: with a qualified name (also at the beginning of a string), by
	 * creating a schema, or by changing the search path.
	 * @param connection a session of the database: its schemas determine whether the name
	 * before a dot is a schema
	 * @return the statement, or nothing if the script names none
	 */
	public Optional<NamedSchema> firstNamedSchema(ServerConnection connection) {
		Set<String> schemas = connection.query("select nspname from pg_catalog.pg_namespace")
			.stream()
			.map((row) -> row.required(0))
			.filter(Predicate.not(SchemaContents::isSystem))
			.collect(Collectors.toSet());
		return this.statements.stream()
			.map((statement) -> NamedSchema.in(statement, statement.in(this.sql), schemas))
			.flatMap(Optional::stream)
			.findFirst();
	}

	/**
	 * Returns the objects that {@link CatalogReader} does not read.
	 * @return the kinds with the lines, in the order of the script
	 */
	public List<UnreadKind> unread() {
		return UnreadKind.in(this.statements);
	}

}
