package dev.migrator.internal.execution.seed;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.connection.SqlPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.lexer.SqlStatements;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.execution.statement.MessageDraft;
import dev.migrator.internal.execution.words.FailedStatement;
import dev.migrator.internal.execution.words.FailurePlace;

/**
 * Runs the statements of a text as they are written, and nothing else.
 */
public final class StatementRun {

	private StatementRun() {
	}

	/**
	 * Runs a text up to the first statement that fails.
	 * @param connection the session
	 * @param sql the text; it has no COPY data
	 * @return the failed statement, or empty
	 * @throws SqlFailure if it is not known which statement failed, because the
	 * connection was lost
	 */
	public static Optional<FailedStatement> of(ServerConnection connection, String sql) {
		int count = SqlStatements.of(sql).size();
		int before = 0;
		SqlPieces pieces = new SqlPieces(new StringReader(sql));
		for (SqlPiece piece = pieces.next(); piece != null; piece = pieces.next()) {
			if (!(piece instanceof StatementGroup group)) {
				throw new IllegalArgumentException("The text has COPY data");
			}
			Optional<FailedStatement> failed = send(connection, group, before, count);
			if (failed.isPresent()) {
				return failed;
			}
			before += group.statements();
		}
		return Optional.empty();
	}

	/**
	 * Runs some statements of a text, up to the first one that fails.
	 * @param connection the session
	 * @param sql the text; it has no COPY data
	 * @param from the number of statements before them
	 * @param to the number of statements up to the last of them
	 * @return the failed statement, or empty
	 * @throws SqlFailure if it is not known which statement failed, because the
	 * connection was lost
	 */
	public static Optional<FailedStatement> of(ServerConnection connection, String sql, int from, int to) {
		if (from == to) {
			return Optional.empty();
		}
		List<SqlStatement> all = SqlStatements.of(sql);
		SqlStatement first = all.get(from);
		String text = sql.substring((int) first.start(), (int) all.get(to - 1).end());
		return send(connection, new StatementGroup(text, first.line(), to - from), from, all.size());
	}

	/**
	 * Runs each statement of a text by itself, up to the first one that fails, so that
	 * statements are possible that PostgreSQL runs only outside of transactions.
	 * @param connection the session, outside of a transaction
	 * @param sql the text; it has no COPY data
	 * @return the failed statement, or empty
	 * @throws SqlFailure if it is not known whether it failed, because the connection was
	 * lost
	 */
	public static Optional<FailedStatement> oneByOne(ServerConnection connection, String sql) {
		List<SqlStatement> statements = SqlStatements.of(sql);
		for (int i = 0; i < statements.size(); i++) {
			SqlStatement statement = statements.get(i);
			Optional<FailedStatement> failed = send(connection,
					new StatementGroup(statement.in(sql), statement.line(), 1), i, statements.size());
			if (failed.isPresent()) {
				return failed;
			}
		}
		return Optional.empty();
	}

	private static Optional<FailedStatement> send(ServerConnection connection, StatementGroup group, int before,
			int count) {
		MessageDraft message = new MessageDraft();
		message.author(0, group, before, count);
		try {
			message.send(connection);
			return Optional.empty();
		}
		catch (SqlFailure ex) {
			FailurePlace place = message.locate(ex.error(), ex.completed());
			if (!place.ofAuthor()) {
				throw ex;
			}
			return Optional.of(new FailedStatement(place.statement(), count, place.line(), place.excerpt(ex.error()),
					ex.error().describe(place.sql()), ex.error().ofRows(),
					ex.error().objectMissing() && !ex.error().columnMissing(), ex.error().shownCause(place.sql(), ex)));
		}
	}

}
