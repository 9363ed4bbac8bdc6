package dev.migrator.internal.dialect.surroundings;

import java.util.Optional;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.inspection.ConcurrentStatement;
import dev.migrator.internal.dialect.lexer.LexemeReader;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a statement that cannot share a transaction with its history entry has
 * done its work. Asks the catalog, after the process that ran the statement has died.
 * Only for statements that would fail if they ran a second time.
 */
public final class FinishedWork {

	private final ServerConnection connection;

	/**
	 * Creates the check for the database of a session, with its search path.
	 * @param connection the session
	 */
	public FinishedWork(ServerConnection connection) {
		this.connection = connection;
	}

	/**
	 * Looks for the result of a statement.
	 * @param statement the statement, without a semicolon
	 * @return the result, for a person; empty if the work is not done, or if that is
	 * unknown
	 */
	public Optional<String> of(String statement) {
		Outcome outcome = outcome(statement);
		if (outcome == null) {
			return Optional.empty();
		}
		boolean done = "t".equals(this.connection.query("select " + outcome.condition()).get(0).text(0));
		return done ? Optional.of(outcome.what()) : Optional.empty();
	}

	private static @Nullable Outcome outcome(String statement) {
		Optional<ConcurrentStatement> concurrent = ConcurrentStatement.of(statement);
		if (concurrent.isPresent()) {
			return outcome(concurrent.get());
		}
		LexemeReader reader = new LexemeReader(statement);
		if (reader.take("CREATE")) {
			Outcome present = object(reader);
			return (present != null) ? new Outcome(present.what() + " was created", present.condition()) : null;
		}
		if (reader.take("DROP")) {
			Outcome present = object(reader);
			return (present != null) ? new Outcome(present.what() + " was dropped", "not " + present.condition())
					: null;
		}
		boolean ends = reader.take("COMMIT", "PREPARED") || reader.take("ROLLBACK", "PREPARED");
		String transaction = ends ? reader.string() : null;
		return (transaction != null) ? new Outcome("the prepared transaction %s was ended".formatted(transaction),
				"not exists (select from pg_catalog.pg_prepared_xacts where gid = %s)"
					.formatted(SqlText.literal(transaction)))
				: null;
	}

	private static @Nullable Outcome outcome(ConcurrentStatement statement) {
		String object = statement.object();
		if (object == null) {
			return null;
		}
		String table = SqlText.literal(statement.table());
		String name = SqlText.literal(object);
		return switch (statement.kind()) {
			case CREATE_INDEX -> new Outcome("the index %s was built".formatted(object), """
					exists (select from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
					    where i.indisvalid and i.indrelid = to_regclass(%s) and c.relname = (parse_ident(%s))[1])
					""".formatted(table, name));
			case DROP_INDEX ->
				new Outcome("the index %s was dropped".formatted(object), "to_regclass(%s) is null".formatted(name));
			case DETACH_PARTITION -> new Outcome("the partition %s was detached".formatted(object), """
					to_regclass(%1$s) is not null and to_regclass(%2$s) is not null and not exists (
					    select from pg_catalog.pg_inherits
					    where inhparent = to_regclass(%1$s) and inhrelid = to_regclass(%2$s))
					""".formatted(table, name));
		};
	}

	private static @Nullable Outcome object(LexemeReader reader) {
		for (Shared kind : Shared.values()) {
			if (reader.take(kind.name())) {
				reader.take("IF", "EXISTS");
				String name = reader.name();
				return (name != null) ? new Outcome("the %s %s".formatted(kind.word, name),
						kind.exists.formatted(SqlText.literal(NameText.of(name)))) : null;
			}
		}
		return null;
	}

	private record Outcome(String what, String condition) {
	}

	/**
	 * The kinds of objects whose names are unique in the whole server, or that use
	 * another server.
	 */
	private enum Shared {

		DATABASE("database", "exists (select from pg_catalog.pg_database where datname = %s)"),

		TABLESPACE("tablespace", "exists (select from pg_catalog.pg_tablespace where spcname = %s)"),

		SUBSCRIPTION("subscription",
				"exists (select from pg_catalog.pg_subscription s join pg_catalog.pg_database d on d.oid = s.subdbid "
						+ "where s.subname = %s and d.datname = pg_catalog.current_database())");

		private final String word;

		private final String exists;

		Shared(String word, String exists) {
			this.word = word;
			this.exists = exists;
		}

	}

}
