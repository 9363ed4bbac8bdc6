package dev.migrator.execution;

import java.io.StringReader;
import java.util.Optional;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.SqlPiece;
import dev.migrator.dialect.SqlPieces;
import dev.migrator.dialect.SqlStatements;
import dev.migrator.dialect.StatementGroup;

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
	 * @return what failed, or nothing
	 * @throws SqlFailure if it cannot be told which statement failed, because the
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
			MessageDraft message = new MessageDraft();
			message.author(0, group, before, count);
			try {
				message.send(connection);
			}
			catch (SqlFailure ex) {
				FailurePlace place = message.locate(ex.error(), ex.completed());
				if (!place.ofAuthor()) {
					throw ex;
				}
				return Optional
					.of(new FailedStatement(place.statement(), count, place.line(), place.excerpt(ex.error()),
							ex.error().describe(place.sql()), ex.error().shownCause(place.sql(), ex)));
			}
			before += group.statements();
		}
		return Optional.empty();
	}

}
