package dev.migrator.execution;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

import dev.migrator.dialect.SecretColumns;
import dev.migrator.dialect.SecretWords;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.ServerError;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.script.ScriptBody;

/**
 * Finds out whether the values that a failed statement and its error quote may be
 * secrets, where neither says so: {@code update users set active = null} is answered with
 * the whole row. Asks for the columns of the table, after the rollback.
 */
final class QuotedRows implements UnaryOperator<ServerError> {

	private final ServerConnection connection;

	private final ScriptBody body;

	QuotedRows(ServerConnection connection, ScriptBody body) {
		this.connection = connection;
		this.body = body;
	}

	@Override
	public ServerError apply(ServerError error) {
		return mayBeSecret(error) ? error.withSecrets() : error;
	}

	private boolean mayBeSecret(ServerError error) {
		String table = error.table();
		if (table == null || !this.connection.alive() || this.connection.inTransaction()) {
			return error.quotesRow();
		}
		return SecretColumns.areIn(this.connection, table).orElseGet(this::scriptSpeaksOfThem);
	}

	/**
	 * A table that is not there was created by this script, with the columns that it
	 * names.
	 */
	private boolean scriptSpeaksOfThem() {
		return this.body.operations()
			.stream()
			.anyMatch((operation) -> operation instanceof ExecuteSql sql && speaksOfThem(sql));
	}

	private static boolean speaksOfThem(ExecuteSql sql) {
		try (Reader reader = sql.source().open()) {
			return SecretWords.areIn(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
