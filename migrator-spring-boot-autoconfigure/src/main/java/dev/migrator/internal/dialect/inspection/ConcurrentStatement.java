package dev.migrator.internal.dialect.inspection;

import java.util.Optional;

import dev.migrator.internal.dialect.lexer.LexemeReader;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes one object CONCURRENTLY. It is committed in several steps, and
 * may leave an incomplete object after an interruption.
 *
 * @param kind the kind of the statement
 * @param table the table, as SQL writes it; empty for an index that is dropped
 * @param object the index or the detached partition, as SQL writes it; {@code null} for
 * an index without a name
 */
public record ConcurrentStatement(Kind kind, String table, @Nullable String object) {

	/**
	 * Reads a statement.
	 * @param statement the statement, without a semicolon
	 * @return the statement, or empty if it is none of these
	 */
	public static Optional<ConcurrentStatement> of(String statement) {
		LexemeReader reader = new LexemeReader(statement);
		if (reader.take("CREATE")) {
			return create(reader);
		}
		if (reader.take("DROP", "INDEX", "CONCURRENTLY")) {
			reader.take("IF", "EXISTS");
			return of(Kind.DROP_INDEX, "", reader.name());
		}
		return reader.take("ALTER", "TABLE") ? detach(reader) : Optional.empty();
	}

	private static Optional<ConcurrentStatement> create(LexemeReader reader) {
		reader.take("UNIQUE");
		if (!reader.take("INDEX", "CONCURRENTLY")) {
			return Optional.empty();
		}
		reader.take("IF", "NOT", "EXISTS");
		String index = null;
		if (!reader.take("ON")) {
			index = reader.name();
			if (!reader.take("ON")) {
				return Optional.empty();
			}
		}
		reader.take("ONLY");
		String table = reader.name();
		return (table != null) ? Optional.of(new ConcurrentStatement(Kind.CREATE_INDEX, table, index))
				: Optional.empty();
	}

	private static Optional<ConcurrentStatement> detach(LexemeReader reader) {
		reader.take("IF", "EXISTS");
		reader.take("ONLY");
		String table = reader.name();
		if (table == null || !reader.take("DETACH", "PARTITION")) {
			return Optional.empty();
		}
		String partition = reader.name();
		return reader.take("CONCURRENTLY") ? of(Kind.DETACH_PARTITION, table, partition) : Optional.empty();
	}

	private static Optional<ConcurrentStatement> of(Kind kind, String table, @Nullable String object) {
		return (object != null) ? Optional.of(new ConcurrentStatement(kind, table, object)) : Optional.empty();
	}

	/**
	 * The changes that a statement can make CONCURRENTLY.
	 */
	public enum Kind {

		/** Builds an index; after an interruption the index is INVALID. */
		CREATE_INDEX,

		/** Drops an index; after an interruption the index is INVALID. */
		DROP_INDEX,

		/** Detaches a partition; after an interruption the detach must be finalized. */
		DETACH_PARTITION

	}

}
