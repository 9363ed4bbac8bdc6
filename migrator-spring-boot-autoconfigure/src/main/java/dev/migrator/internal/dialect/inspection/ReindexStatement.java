package dev.migrator.internal.dialect.inspection;

import java.util.Optional;

import dev.migrator.internal.dialect.lexer.LexemeReader;
import org.jspecify.annotations.Nullable;

/**
 * A statement that builds indexes again.
 *
 * @param scope of what
 * @param name its name, as SQL writes it; {@code null} for the database that the session
 * is connected to
 * @param concurrently whether others may write meanwhile
 * @see <a href="https://www.postgresql.org/docs/current/sql-reindex.html">REINDEX</a>
 */
public record ReindexStatement(Scope scope, @Nullable String name, boolean concurrently) {

	/**
	 * Reads a statement.
	 * @param statement the statement, without a semicolon
	 * @return what it is, or empty if it is another
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
	 * What is rebuilt.
	 */
	public enum Scope {

		/** One index, with those of its partitions. */
		INDEX,

		/** All indexes of a table, with those of its partitions. */
		TABLE,

		/** All indexes of the tables of a schema. */
		SCHEMA,

		/** All indexes of the database, without those of its catalog if concurrently. */
		DATABASE,

		/** The indexes of the catalog. */
		SYSTEM

	}

}
