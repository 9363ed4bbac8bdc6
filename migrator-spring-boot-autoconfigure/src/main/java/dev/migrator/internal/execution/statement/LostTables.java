package dev.migrator.internal.execution.statement;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;

import dev.migrator.internal.dialect.connection.SqlPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;

/**
 * The advice about a script that removed the migrator's own tables.
 */
public final class LostTables {

	private LostTables() {
	}

	/**
	 * Returns the advice.
	 * @param place the place of the failure
	 * @return a paragraph, or nothing if it is not about the tables
	 */
	public static String advice(FailurePlace place, ServerError error, ScriptBody body, MigratorTables tables) {
		if (place.ofAuthor() || !(error.tableMissing() || error.schemaMissing())) {
			return "";
		}
		return """


				%s: this dropped %s and %s, where the revision is recorded. The script must drop only objects of the \
				application. Or keep these tables in a schema of their own: set migrator.schema, and move them there \
				(ALTER TABLE ... SET SCHEMA ...).""".formatted(what(body), tables.version(), tables.history());
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
	 * Returns the last statement that drops something: an earlier one may have dropped
	 * something else.
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
