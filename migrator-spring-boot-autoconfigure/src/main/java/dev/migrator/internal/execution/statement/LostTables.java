package dev.migrator.internal.execution.statement;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;

import dev.migrator.internal.dialect.connection.SqlPiece;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.connection.StatementGroup;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.lexer.SqlStatement;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;

/**
 * The advice about a script that took the migrator's own tables away.
 */
public final class LostTables {

	private LostTables() {
	}

	/**
	 * The advice.
	 * @param place what failed
	 * @return a paragraph, or nothing if it is not about the tables
	 */
	public static String advice(FailurePlace place, ServerError error, ScriptBody body, MigratorTables tables) {
		if (place.ofAuthor() || !(error.tableMissing() || error.schemaMissing())) {
			return "";
		}
		return """


				%s: with it went %s and %s, in which the revision is to be recorded. Let the script drop only what is the \
				application's, or keep these tables in a schema of their own: set migrator.schema, and move them there \
				(ALTER TABLE ... SET SCHEMA ...)."""
			.formatted(what(body), tables.version(), tables.history());
	}

	private static String what(ScriptBody body) {
		for (Operation operation : body.operations()) {
			String drop = (operation instanceof ExecuteSql sql) ? drop(sql, body.firstLine()) : "";
			if (!drop.isEmpty()) {
				return drop;
			}
		}
		return "The script, or a function that it calls, dropped or moved something";
	}

	/**
	 * The last one: what was dropped before may have been something else.
	 */
	private static String drop(ExecuteSql sql, int firstLine) {
		String drop = "";
		try (Reader reader = sql.source().open()) {
			SqlPieces pieces = new SqlPieces(reader);
			for (SqlPiece piece = pieces.next(); piece != null; piece = pieces.next()) {
				List<SqlStatement> statements = (piece instanceof StatementGroup group) ? group.find() : List.of();
				for (SqlStatement statement : statements) {
					if (statement.startsWith("DROP", "SCHEMA") || statement.startsWith("DROP", "OWNED")) {
						drop = "The script runs %s in line %s".formatted(
								statement.in(piece.text()).strip().replaceAll("\\s+", " "),
								statement.line() + firstLine - 1);
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return drop;
	}

}
