package dev.migrator.internal.dialect.inspection;

import java.util.Optional;

import dev.migrator.internal.dialect.lexer.LexemeReader;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes one object CONCURRENTLY. It is committed in several steps, and
 * may leave something half-made behind when it is broken off.
 *
 * @param kind what it is
 * @param table the table, as SQL writes it; empty for an index that is dropped
 * @param object the index that is built or dropped, or the partition that is detached, as
 * SQL writes it; {@code null} for an index without a name
 */
public record ConcurrentStatement(Kind kind, String table, @Nullable String object) {

	/**
	 * Reads a statement.
	 * @param statement the statement, without a semicolon
	 * @return what it is, or empty if it is none of these
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
	 * What a statement does CONCURRENTLY.
	 */
	public enum Kind {

		/** Builds an index; broken off, it leaves it INVALID. */
		CREATE_INDEX,

		/** Drops an index; broken off, it leaves it INVALID. */
		DROP_INDEX,

		/** Detaches a partition; broken off, it leaves a detach to finalize. */
		DETACH_PARTITION

	}

}
