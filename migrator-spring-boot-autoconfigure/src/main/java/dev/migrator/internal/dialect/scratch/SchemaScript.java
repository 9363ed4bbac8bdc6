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
import dev.migrator.internal.dialect.lexer.SqlStatement;
import dev.migrator.internal.dialect.lexer.SqlStatements;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;

/**
 * A script that describes a schema: what can be told of it before it is run.
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
	 * The text.
	 * @return the script as it is written
	 */
	public String sql() {
		return this.sql;
	}

	/**
	 * Whether it creates a schema or an extension itself.
	 * @param kind the kind, as CREATE writes it
	 * @param name the name of the object
	 * @return whether there is a CREATE of it
	 */
	boolean creates(String kind, String name) {
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
	 * Finds the first statement that says in which schema something is, so that it does
	 * not mean the same in a scratch schema: by a name with a schema, in a string too if
	 * that begins with it, by creating a schema, or by changing the search path.
	 * @param connection a session of the database: which schemas it has decides whether
	 * what stands before a dot is one
	 * @return the statement, or nothing if the script leaves it to the session
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
	 * What it has and {@link CatalogReader} does not read.
	 * @return the kinds with the lines, in the order in which they come
	 */
	public List<UnreadKind> unread() {
		return UnreadKind.in(this.statements);
	}

}
