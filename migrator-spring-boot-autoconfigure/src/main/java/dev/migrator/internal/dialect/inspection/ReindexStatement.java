package dev.migrator.internal.dialect.inspection;

import java.util.Optional;

import dev.migrator.internal.dialect.lexer.LexemeReader;
import org.jspecify.annotations.Nullable;

/**
 * A statement that rebuilds indexes.
 *
 * @param scope the scope of the rebuild
 * @param name the name of the index, table, schema or database, as SQL writes it;
 * {@code null} for the database that the session is connected to
 * @param concurrently whether other sessions may write meanwhile
 * @see <a href="https://www.postgresql.org/docs/current/sql-reindex.html">REINDEX</a>
 */
public record ReindexStatement(Scope scope, @Nullable String name, boolean concurrently) {

	/**
	 * Reads a statement.
	 * @param statement the statement, without a semicolon
	 * @return the statement, or empty if it is another one
	 */
	public static Optional<ReindexStatement> of(String statement) {
		LexemeReader reader = new LexemeReader(statement);
		if (!reader.take("REINDEX")) {
			return Optional.empty();
		}
		boolean option = reader.options("CONCURRENTLY");
		for (Scope scope : Scope.values()) {
			if (reader.take(scope.name())) {
				boolean concurrently = reader.take("CONCURRENTLY") || option;
				return Optional.of(new ReindexStatement(scope, reader.name(), concurrently));
			}
		}
		return Optional.empty();
	}

	/**
	 * The scope of a rebuild.
	 */
	public enum Scope {

		/** One index, with the indexes of its partitions. */
		INDEX,

		/** All indexes of a table, with the indexes of its partitions. */
		TABLE,

		/** All indexes of the tables of a schema. */
		SCHEMA,

		/**
		 * All indexes of the database; without the indexes of its catalog if
		 * concurrently.
		 */
		DATABASE,

		/** The indexes of the catalog. */
		SYSTEM

	}

}
