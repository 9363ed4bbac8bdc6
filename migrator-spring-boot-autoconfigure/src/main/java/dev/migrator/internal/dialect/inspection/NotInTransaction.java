package dev.migrator.internal.dialect.inspection;

import java.util.List;

import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses commands that PostgreSQL does not run in a transaction block. If that depends
 * on the contents of the database (REINDEX of a partitioned table, a CALL that commits),
 * only the server knows it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE
 * INDEX</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-reindex.html">REINDEX</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER
 * TABLE</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-vacuum.html">VACUUM</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-cluster.html">CLUSTER</a>
 */
final class NotInTransaction implements ScriptRule {

	@Override
	public @Nullable Refusal check(SqlStatement statement, String sql) {
		String command = statement.words().isEmpty() ? null : command(statement, sql);
		return (command != null)
				? new Refusal(statement.line(), "PostgreSQL does not run " + command + " in a transaction", "", true)
				: null;
	}

	private static @Nullable String command(SqlStatement statement, String sql) {
		return switch (statement.words().get(0)) {
			case "CREATE" -> create(statement);
			case "DROP" -> drop(statement);
			case "ALTER" -> alter(statement);
			case "REINDEX" -> reindex(sql);
			case "CLUSTER" -> cluster(sql);
			case "VACUUM" -> "VACUUM";
			case "COMMIT", "ROLLBACK" -> statement.startsWith(statement.words().get(0), "PREPARED")
					? statement.words().get(0) + " PREPARED" : null;
			default -> null;
		};
	}

	private static @Nullable String create(SqlStatement statement) {
		if (statement.startsWith("CREATE", "INDEX", "CONCURRENTLY")
				|| statement.startsWith("CREATE", "UNIQUE", "INDEX", "CONCURRENTLY")) {
			return "CREATE INDEX CONCURRENTLY";
		}
		return databaseOrTablespace(statement);
	}

	private static @Nullable String drop(SqlStatement statement) {
		return statement.startsWith("DROP", "INDEX", "CONCURRENTLY") ? "DROP INDEX CONCURRENTLY"
				: databaseOrTablespace(statement);
	}

	private static @Nullable String databaseOrTablespace(SqlStatement statement) {
		String first = statement.words().get(0);
		return (statement.startsWith(first, "DATABASE") || statement.startsWith(first, "TABLESPACE"))
				? first + " " + statement.words().get(1) : null;
	}

	private static @Nullable String alter(SqlStatement statement) {
		List<String> words = statement.words();
		if (statement.startsWith("ALTER", "SYSTEM")) {
			return "ALTER SYSTEM";
		}
		if (statement.startsWith("ALTER", "DATABASE") && Lexemes.containsSequence(words, "SET", "TABLESPACE")) {
			return "ALTER DATABASE ... SET TABLESPACE";
		}
		return (statement.startsWith("ALTER", "TABLE") && Lexemes.containsSequence(words, "DETACH", "PARTITION")
				&& words.contains("CONCURRENTLY")) ? "ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY" : null;
	}

	private static @Nullable String reindex(String sql) {
		ReindexStatement reindex = ReindexStatement.of(sql).orElse(null);
		if (reindex == null) {
			return null;
		}
		if (reindex.concurrently()) {
			return "REINDEX CONCURRENTLY";
		}
		return switch (reindex.scope()) {
			case INDEX, TABLE -> null;
			case SCHEMA, DATABASE, SYSTEM -> "REINDEX " + reindex.scope();
		};
	}

	private static @Nullable String cluster(String sql) {
		List<String> rest = Lexemes.of(sql);
		int next = (rest.size() > 1 && rest.get(1).equals("(")) ? rest.indexOf(")") + 1
				: (rest.size() > 1 && rest.get(1).equals("VERBOSE")) ? 2 : 1;
		return (rest.size() == next) ? "CLUSTER of the whole database" : null;
	}

}
